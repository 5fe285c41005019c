/**
 * What the desk page and the service say to each other. Times are ISO 8601, UTC; languages `en`, `zh-Hans`, `zh-Hant`.
 *
 * HTTP, JSON, with the session's cookie; refusals are `{ "error": { "code", "message" } }`:
 *
 * | | |
 * |---|---|
 * | `GET /desk` | the page (also for those not signed in) |
 * | `GET /desk/api/session` | 200 `Session`, 401 |
 * | `POST /desk/api/session` | `SignIn` -> 200 `Session`, 401, 429 |
 * | `POST /desk/api/session/link` | `{ token }` of the one-time link -> 200 `Session`, 401 |
 * | `DELETE /desk/api/session` | signs out, 204 |
 * | `PUT /desk/api/session/password` | `{ password }` -> 204 |
 * | `GET /desk/api/chats/:handoff` | 200 `ChatDetail`; 403 unless held by this agent, waiting, or asked by a supervisor |
 * | `GET /desk/api/chats/:handoff/suggestions?text=` | 200 `Suggestion[]` |
 * | `GET /desk/api/talks` | 200 `TalkView[]`: the agent's own, going on or over for less than a day |
 * | `GET /desk/api/chats/:handoff/new-case` | 200 `CaseDraft`; 403 unless it is such a talk |
 * | `POST /desk/api/chats/:handoff/cases` | `NewCase` -> 200 `FiledCase`; 400 `case.invalid` with `fields`: `FieldProblem[]` in the error; 403 |
 * | `GET /desk/api/canned` | 200 `CannedReply[]` |
 * | `PUT /desk/api/canned/:id`, `DELETE` | supervisors; `CannedReply` -> 204 |
 * | `GET /desk/api/cases?kind=&open=&search=` | 200 `CaseHead[]` |
 * | `GET /desk/api/cases/:reference` | 200 `CaseDetail` |
 * | `POST /desk/api/cases/:reference/reply`, `/escalate`, `/close` | `{ text }` / `{ reason }` / `{ improvement }` -> 200 `CaseDetail` |
 * | `GET /desk/api/stream` | WebSocket: `ToServer` and `ToPage` as JSON text |
 *
 * Cases that agents file: `newCase/wire.ts`.
 */

export interface SignIn {
  readonly name: string;
  readonly password: string;
}

export interface Session {
  readonly agent: AgentView;
  /** Signed in by the one-time link and no password chosen yet. */
  readonly needsPassword: boolean;
}

export interface AgentView {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly role: 'agent' | 'supervisor';
  readonly capacity: number;
  readonly status: 'available' | 'away' | 'off';
  readonly takesAssigned: boolean;
  /** Chats held now. */
  readonly load: number;
}

/** Words in each language of the page: `zh` Simplified, `zhHant` Traditional Chinese. */
export interface PageWords {
  readonly en: string;
  readonly zh: string;
  readonly zhHant: string;
}

/** A handoff as lists show it. */
export interface ChatHead {
  readonly handoff: string;
  readonly conversation: string;
  readonly language: string;
  readonly topic: string;
  readonly topicWords: PageWords;
  readonly skill?: string;
  readonly reason: string;
  readonly priority: 'emergency' | 'assistance' | 'normal';
  readonly opened: string;
  readonly atHead: boolean;
  /** Absent while waiting. */
  readonly agent?: { readonly id: string; readonly name: string };
  readonly heldSince?: string;
  /** What the passenger said and the agent has not seen; for chats held. */
  readonly unread: number;
  readonly unreadSince?: string;
}

/** Everything a signed-in agent sees at a glance; sent whole at first and after each change. */
export interface FloorView {
  readonly me: AgentView;
  /** In the order in which they are served. */
  readonly queue: readonly ChatHead[];
  /** Mine. */
  readonly chats: readonly ChatHead[];
  /** Everybody's, for supervisors; else empty. */
  readonly others: readonly ChatHead[];
  readonly agents: readonly AgentView[];
  /** The service's clock, for waiting times. */
  readonly now: string;
  readonly silenceLimitSeconds: number;
  /** From then on a wait is called long, and counts in the queue's order. */
  readonly longWaitSeconds: number;
}

/** One thing said. */
/** A passenger's file. */
export interface FileView {
  readonly name: string;
  readonly contentType: string;
  readonly url: string;
  /** It was deleted when its time was over. */
  readonly gone?: true;
}

export interface Entry {
  /** Rising within a chat. */
  readonly position: number;
  readonly id: string;
  readonly at: string;
  readonly from: 'passenger' | 'bot' | 'agent';
  /** The agent's. */
  readonly name?: string;
  /** Light Markdown; of passengers plain text. */
  readonly text: string;
  readonly attachments: readonly FileView[];
  /** The route of a bot's answer. */
  readonly route?: string;
  readonly buttons: readonly string[];
}

/** Only for agents' eyes. */
export interface Note {
  readonly at: string;
  readonly agentName: string;
  readonly kind: 'note' | 'whisper' | 'transfer' | 'supervisor';
  readonly text: string;
}

export interface ChatDetail {
  readonly head: ChatHead;
  /** Shown with each command about this chat; absent when it is not held by this agent. */
  readonly token?: string;
  readonly entries: readonly Entry[];
  readonly notes: readonly Note[];
  /** What the open dialog has collected, in the agent page's language. */
  readonly slots: readonly {
    readonly label: PageWords;
    readonly value: string;
  }[];
  /** Articles answered with, newest first. */
  readonly answers: readonly {
    readonly route: string;
    readonly question: PageWords;
  }[];
  readonly cases: readonly CaseHead[];
}

export interface Suggestion {
  readonly route: string;
  readonly score: number;
  readonly question: string;
  /** In the passenger's language. */
  readonly answer: string;
  readonly version: string;
}

/** A canned reply, always in both languages. */
export interface CannedReply {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly text: { readonly en: string; readonly zh: string };
  /** The Chinese half for readers of Traditional Chinese; made by the service, not taken from the page. */
  readonly traditional?: { readonly title: string; readonly text: string };
}

export interface CaseHead {
  readonly reference: string;
  readonly kind: string;
  readonly status: string;
  readonly open: boolean;
  readonly filed: string;
  /** The running clock. */
  readonly due?: string;
  readonly overdue: boolean;
  readonly owner?: string;
  readonly level?: number;
}

export interface CaseDetail {
  readonly head: CaseHead;
  /** What was filed, by its path; `terms` where it is words of the trade's lists, with the trade's codes. */
  readonly facts: readonly {
    readonly name: string;
    readonly value: string;
    readonly terms?: readonly { readonly name: string; readonly code: string }[];
  }[];
  readonly files: readonly FileView[];
  readonly history: readonly {
    readonly at: string;
    readonly actor: string;
    readonly type: string;
    readonly text?: string;
  }[];
  readonly may: readonly ('reply' | 'escalate' | 'close')[];
}

/** Each is answered by `done` or `refused` with its id. */
export type ToServer = { readonly id: number } & (
  | { readonly do: 'take'; readonly handoff?: string }
  | { readonly do: 'take-over'; readonly handoff: string }
  /** `clientId`: the same message again is said once. */
  | {
      readonly do: 'say';
      readonly handoff: string;
      readonly token: string;
      readonly text: string;
      readonly clientId: string;
    }
  | { readonly do: 'typing'; readonly handoff: string; readonly token: string }
  /** Everything up to this position was on the screen. */
  | { readonly do: 'read'; readonly handoff: string; readonly token: string; readonly position: number }
  | { readonly do: 'note'; readonly handoff: string; readonly text: string }
  /** A supervisor to the agent, unseen by the passenger. */
  | { readonly do: 'whisper'; readonly handoff: string; readonly text: string }
  /** A supervisor follows a chat live, or no more. */
  | { readonly do: 'watch' | 'unwatch'; readonly handoff: string }
  | {
      readonly do: 'transfer';
      readonly handoff: string;
      readonly token: string;
      readonly to:
        | { readonly kind: 'queue' }
        | { readonly kind: 'skill'; readonly skill: string }
        | { readonly kind: 'agent'; readonly agent: string };
      readonly note?: string;
    }
  | {
      readonly do: 'end';
      readonly handoff: string;
      readonly token: string;
      readonly disposition: string;
      readonly note?: string;
    }
  | {
      readonly do: 'adjust';
      readonly status?: 'available' | 'away';
      readonly takesAssigned?: boolean;
      readonly capacity?: number;
    }
);

export type ToPage =
  | { readonly type: 'floor'; readonly floor: FloorView }
  | { readonly type: 'said'; readonly handoff: string; readonly entry: Entry }
  | { readonly type: 'noted'; readonly handoff: string; readonly note: Note }
  | { readonly type: 'passenger-typing'; readonly handoff: string }
  /** `token` with `take` and `take-over`, `position` with `say`. */
  | {
      readonly type: 'done';
      readonly id: number;
      readonly handoff?: string;
      readonly token?: string;
      readonly position?: number;
    }
  | { readonly type: 'refused'; readonly id: number; readonly code: string }
  /** The session ended; the page shows the sign-in. */
  | { readonly type: 'signed-out' };
