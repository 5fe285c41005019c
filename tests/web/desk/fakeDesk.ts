import type {
  CaseDraft,
  FieldProblem,
  FiledCase,
  NewCase,
  TalkView,
} from '../../../bot/channels/desk/newCase/wire.js';
import type {
  AgentView,
  CannedReply,
  CaseDetail,
  ChatDetail,
  ChatHead,
  Entry,
  FloorView,
  Note,
  ToPage,
  ToServer,
} from '../../../bot/channels/desk/wire.js';
import { CANNED, createClaim, createComplaint, createDetail, MEI } from './samples.js';

type Send = (message: ToPage) => void;
type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

export interface FakeScene {
  readonly me?: Partial<AgentView>;
  readonly colleagues?: readonly AgentView[];
  readonly queue?: readonly ChatHead[];
  readonly held?: readonly ChatHead[];
  readonly others?: readonly ChatHead[];
}

/** A desk with one agent, all in memory: it does what the page asks and remembers what that was. */
export class FakeDesk {
  readonly asked: ToServer[] = [];
  me: AgentView;
  colleagues: readonly AgentView[];
  queue: readonly ChatHead[];
  held: readonly ChatHead[];
  others: readonly ChatHead[];
  canned: readonly CannedReply[] = CANNED;
  longWaitSeconds = 600;
  cases: CaseDetail[] = [
    createClaim(),
    createComplaint(130, 'C-20261122-7QK4M'),
    createComplaint(-95, 'C-20261121-9AB2C'),
  ];
  draft: CaseDraft = {
    kind: 'claim',
    known: { type: 'delayed', flight: 'RE101', date: '2026-11-21', name: '张伟', text: '行李没到' },
    files: 2,
  };
  /** Forms of cases as they came. */
  readonly filed: NewCase[] = [];
  refuseCase: readonly FieldProblem[] | undefined;
  outcome: FiledCase['outcome'] = 'filed';
  ended: readonly TalkView[] = [];
  /** The next command of this kind fails with this code. */
  refuseNext: { readonly do: ToServer['do']; readonly code: string } | undefined;
  private readonly details = new Map<string, Omit<ChatDetail, 'token'>>();
  private readonly said = new Map<string, number>();
  private listener: Send | undefined;

  constructor({ me, colleagues, queue, held, others }: FakeScene = {}) {
    this.me = { ...MEI, ...me };
    this.colleagues = colleagues ?? [];
    this.queue = queue ?? [];
    this.held = (held ?? []).map((head) => this.give(head));
    this.others = others ?? [];
  }

  connect(send: Send): void {
    this.listener = send;
    this.showFloor();
  }

  getDetail(handoff: string): ChatDetail | undefined {
    const head = [...this.queue, ...this.held, ...this.others].find((each) => each.handoff === handoff);
    if (!head) return undefined;
    const detail = this.details.get(handoff) ?? createDetail(head);
    this.details.set(handoff, detail);
    return { ...detail, head, ...(this.held.includes(head) && { token: `token-${handoff}` }) };
  }

  listTalks(): readonly TalkView[] {
    const held = this.held.map(({ handoff, language, topicWords }) => ({ handoff, language, topicWords }));
    return [...held, ...this.ended];
  }

  showFloor(): void {
    const me = { ...this.me, load: this.held.length };
    const floor: FloorView = {
      me,
      queue: this.queue,
      chats: this.held,
      others: this.others,
      agents: [me, ...this.colleagues],
      now: new Date().toISOString(),
      silenceLimitSeconds: 180,
      longWaitSeconds: this.longWaitSeconds,
    };
    this.listener?.({ type: 'floor', floor });
  }

  passengerComes(head: ChatHead): void {
    this.queue = [...this.queue, head];
    this.showFloor();
  }

  passengerSays(handoff: string, text: string): void {
    this.add(handoff, { from: 'passenger', text });
    this.held = this.held.map((head) =>
      head.handoff === handoff
        ? { ...head, unread: head.unread + 1, unreadSince: head.unreadSince ?? new Date().toISOString() }
        : head,
    );
    this.showFloor();
  }

  passengerTypes(handoff: string): void {
    this.listener?.({ type: 'passenger-typing', handoff });
  }

  /** The chat goes back to the queue without the agent's doing. */
  loseChat(handoff: string): void {
    const head = this.held.find((each) => each.handoff === handoff);
    if (!head) return;
    const waiting: Mutable<ChatHead> = { ...head };
    delete waiting.agent;
    delete waiting.heldSince;
    this.held = this.held.filter((each) => each !== head);
    this.queue = [{ ...waiting, atHead: true }, ...this.queue];
    this.showFloor();
  }

  receive(command: ToServer): void {
    this.asked.push(command);
    if (this.refuseNext?.do === command.do) {
      this.listener?.({ type: 'refused', id: command.id, code: this.refuseNext.code });
      this.refuseNext = undefined;
      return;
    }
    const answer = this.obey(command);
    this.listener?.({ type: 'done', id: command.id, ...answer });
    this.showFloor();
  }

  private obey(command: ToServer): Partial<Extract<ToPage, { type: 'done' }>> {
    switch (command.do) {
      case 'take':
      case 'take-over':
        return this.take(command.handoff);
      case 'say':
        return { position: this.say(command) };
      case 'read':
        this.held = this.held.map(({ unreadSince, ...head }) =>
          head.handoff === command.handoff
            ? { ...head, unread: 0 }
            : { ...head, ...(unreadSince !== undefined && { unreadSince }) },
        );
        return {};
      case 'note':
      case 'whisper':
        this.note(command.handoff, { kind: command.do, text: command.text });
        return {};
      case 'transfer':
      case 'end':
        this.held = this.held.filter(({ handoff }) => handoff !== command.handoff);
        return {};
      case 'adjust': {
        const { status = this.me.status, takesAssigned = this.me.takesAssigned } = command;
        this.me = { ...this.me, status, takesAssigned, capacity: command.capacity ?? this.me.capacity };
        return {};
      }
      case 'typing':
      case 'watch':
      case 'unwatch':
        return {};
    }
  }

  private take(handoff = this.queue[0]?.handoff): { handoff: string; token: string } {
    const all = [...this.queue, ...this.others];
    const head = all.find((each) => each.handoff === handoff)!;
    this.queue = this.queue.filter((each) => each !== head);
    this.others = this.others.filter((each) => each !== head);
    this.held = [...this.held, this.give(head)];
    return { handoff: head.handoff, token: `token-${head.handoff}` };
  }

  private give(head: ChatHead): ChatHead {
    const { id, name } = this.me;
    return { ...head, agent: { id, name }, heldSince: head.heldSince ?? new Date().toISOString() };
  }

  private say({ handoff, clientId, text }: Extract<ToServer, { do: 'say' }>): number {
    const known = this.said.get(clientId);
    if (known !== undefined) return known;
    const { position } = this.add(handoff, { from: 'agent', text, name: this.me.name });
    this.said.set(clientId, position);
    return position;
  }

  private add(handoff: string, said: Pick<Entry, 'from' | 'text' | 'name'>): Entry {
    const detail = this.getDetail(handoff)!;
    const position = (detail.entries.at(-1)?.position ?? 0) + 1;
    const entry: Entry = {
      ...said,
      position,
      id: `entry-${position}`,
      at: new Date().toISOString(),
      attachments: [],
      buttons: [],
    };
    this.details.set(handoff, { ...detail, entries: [...detail.entries, entry] });
    this.listener?.({ type: 'said', handoff, entry });
    return entry;
  }

  note(
    handoff: string,
    { kind, text, agentName = this.me.name }: Pick<Note, 'kind' | 'text'> & { agentName?: string },
  ): void {
    const note: Note = { at: new Date().toISOString(), agentName, kind, text };
    const detail = this.getDetail(handoff)!;
    this.details.set(handoff, { ...detail, notes: [...detail.notes, note] });
    this.listener?.({ type: 'noted', handoff, note });
  }
}
