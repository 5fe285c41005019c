import type { Language } from '../../../locales/language.js';
import type { CaseDesk } from '../../../services/cases/caseDesk.js';
import type { Case } from '../../../services/cases/caseKinds.js';
import { readReference } from '../../../services/cases/references.js';
import type { Clock } from '../../../services/clock.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { ConversationLog } from '../../conversationLog.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import { describeCase } from './caseViews.js';
import { describeEntries } from './entries.js';
import { markGoneFiles } from './files.js';
import type { NoteBoard } from './noteBoard.js';
import type { ChatDetail, ChatHead, Entry, PageWords } from './wire.js';

export interface ChatDetailParts {
  readonly conversationLog: Pick<ConversationLog, 'readAfter'>;
  readonly notes: Pick<NoteBoard, 'list'>;
  readonly cases: Pick<CaseDesk, 'find'>;
  readonly clock: Clock;
  readonly uploads: Pick<UploadStore, 'isKept'>;
  readonly describeHead: (handoff: Handoff) => ChatHead;
  readonly describeTopic: (topic: string) => PageWords;
  readonly readOpenForm: (handoff: Handoff, language: Language) => Promise<ChatDetail['slots']>;
}

/** A talk of days is read from its end. */
const MOST_ENTRIES = 500;
const MOST_CASES = 10;
/** Whatever looks like a reference; `readReference` decides. */
const REFERENCE_LIKE = /\b[A-Z]{3}[A-Z0-9]{2}\d{5}\b|\b[A-Z]-\d{8}-[A-Z0-9]{5}\b/g;

/** The whole story of a chat, for one agent. `token` goes along to the one who holds it. */
export async function composeChatDetail(
  handoff: Handoff,
  reader: { readonly id: string; readonly language: Language },
  parts: ChatDetailParts,
): Promise<ChatDetail> {
  const [{ activities }, notes, slots] = await Promise.all([
    parts.conversationLog.readAfter(handoff.conversation, 0),
    parts.notes.list(handoff),
    parts.readOpenForm(handoff, reader.language),
  ]);
  const entries = describeEntries(activities);
  return {
    head: parts.describeHead(handoff),
    ...(handoff.lease?.agent === reader.id && { token: handoff.lease.token }),
    entries: await markGoneFiles(entries.slice(-MOST_ENTRIES), parts.uploads),
    notes,
    slots,
    answers: listAnswers(entries).map((route) => ({ route, question: parts.describeTopic(route) })),
    cases: await findCases(entries, parts),
  };
}

function listAnswers(entries: readonly Entry[]): string[] {
  const routes = entries.flatMap(({ route }) => (route?.startsWith('faq:') ? [route] : []));
  return [...new Set(routes.reverse())];
}

/** The cases spoken of in this conversation: those filed in it, and those looked up. */
async function findCases(
  entries: readonly Entry[],
  { cases, clock }: Pick<ChatDetailParts, 'cases' | 'clock'>,
): Promise<ChatDetail['cases']> {
  const said = entries.flatMap(({ text, from }) => (from === 'bot' ? [text] : []));
  const references = said.flatMap((text) => text.match(REFERENCE_LIKE) ?? []);
  const known = [...new Set(references.reverse())].filter((each) => readReference(each));
  const found = await Promise.all(known.slice(0, MOST_CASES).map((each) => cases.find(each)));
  return found
    .filter((each): each is Case => each !== undefined)
    .map((each) => describeCase(each, clock.now()));
}
