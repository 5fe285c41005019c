import type { Entities } from '../faq/understanding/entities.js';
import type { Translate } from '../locales/index.js';
import { LANGUAGES, type Language } from '../locales/language.js';
import type { CaseNews, CaseNotice } from '../services/cases/caseNotice.js';
import type { CaseKind } from '../services/cases/caseKinds.js';
import { findReferences } from '../services/cases/references.js';
import type { Desk } from './desk.js';
import { createVoice, type Voice } from './form/voice.js';
import { offerToEnd } from './handoff/composeHandoffNotice.js';
import type { Offer } from './offer.js';
import type { Reply } from './reply.js';
import { showMoment } from './showMoment.js';

const DIALOGS = {
  claim: 'dialog:baggage-claim-status',
  complaint: 'dialog:complaint-status',
  assistance: 'dialog:assistance-status',
  message: 'dialog:message-status',
} as const;
const ROUTES = { ...DIALOGS, assistance: 'dialog:special-assistance', message: 'handoff' } as const;
const SCORES = [5, 4, 3, 2, 1] as const;
const LEGAL_DAYS = ['damage-notice', 'delay-notice', 'lost', 'suit'] as const;
const CLAIM_STATUSES = [
  ...['reported', 'tracing', 'located', 'delivering', 'lost'],
  ...['under-review', 'offered', 'decided', 'closed'],
] as const;

type NoticeDesk = Pick<Desk, 'translate' | 'timeZone'> & {
  readonly answers: Pick<Desk['answers'], 'readPolicy'>;
};
type Filing = Extract<CaseNews, { what: 'filed' }>;

/**
 * What a passenger is told when their case changes. The buttons say the reference,
 * so that they lead to the case wherever and whenever they are pressed; in a talk with a person, whom they would only
 * puzzle, there is the one that ends it.
 */
export function composeCaseNotice(
  notice: CaseNotice,
  language: Language,
  desk: NoticeDesk,
  isHeld: boolean,
): Reply[] {
  const { kind, reference, news } = notice;
  const voice = createVoice(desk.translate, language);
  const text =
    news.what === 'filed'
      ? describeFiling(notice, news, voice, desk)
      : `${voice.say(`caseNotices:greeting.${kind}`, { reference })}\n\n${describeNews(kind, news, voice)}`;
  return [
    {
      text,
      offers: isHeld ? [offerToEnd(voice)] : listOffers(kind, reference, news, voice),
      trace: { route: ROUTES[kind] },
    },
  ];
}

/** Where the buttons under a notice lead, pressed however much later, in any language. */
export function findNoticeLead(
  text: string,
  { complaintReferences = [], fileReferences = [] }: Entities,
  translate: Translate,
): Offer['lead'] | undefined {
  const [complaint] = complaintReferences;
  const [claim] = fileReferences;
  const [assistance] = findReferences('assistance', text);
  const [message] = findReferences('message', text);
  const offers = LANGUAGES.map((language) => createVoice(translate, language)).flatMap((voice) => [
    ...(complaint ? listComplaintOffers(complaint.code, voice) : []),
    ...(claim ? [offerToSee('claim', claim.code, voice)] : []),
    ...(assistance ? [offerToSee('assistance', assistance, voice)] : []),
    ...(message ? [offerToSee('message', message, voice)] : []),
  ]);
  return offers.find(({ words }) => words === text.trim())?.lead;
}

function listComplaintOffers(reference: string, voice: Voice): Offer[] {
  return [offerToSee('complaint', reference, voice), ...offerScores(reference, voice)];
}

function offerToSee(kind: keyof typeof DIALOGS, reference: string, { say }: Voice): Offer {
  return { words: say(`caseNotices:see.${kind}`, { reference }), lead: DIALOGS[kind] };
}

function offerScores(reference: string, { say }: Voice): Offer[] {
  return SCORES.map((score) => ({
    words: say('caseNotices:rate', { reference, score }),
    lead: DIALOGS.complaint,
  }));
}

/** An agent filed it for them. */
function describeFiling(
  { kind, reference }: CaseNotice,
  { answerBy, callBack }: Filing,
  { say, language }: Voice,
  { answers, timeZone }: NoticeDesk,
): string {
  const policy = answers.readPolicy(language);
  const moment = callBack ?? answerBy;
  const due = moment === undefined ? '' : showMoment(moment, language, timeZone);
  const key = callBack === undefined ? (`caseNotices:filed.${kind}` as const) : 'caseNotices:filed.call';
  return say(key, { reference, due, policy });
}

function describeNews(kind: CaseKind, news: Exclude<CaseNews, Filing>, { say }: Voice): string {
  switch (news.what) {
    case 'replied':
      return say(kind === 'complaint' ? 'caseNotices:repliedComplaint' : 'caseNotices:replied', {
        text: news.text,
      });
    case 'status-changed':
      return describeStatus(kind, news, say);
    case 'escalated':
      return say('caseNotices:escalated', { level: news.level });
    case 'deadline-near': {
      const name = LEGAL_DAYS.find((each) => each === news.name);
      const what = name === undefined ? news.name : say(`claim:deadlines.${name}`);
      return say('caseNotices:deadlineNear', { day: news.day, what });
    }
    case 'closed':
      return [
        say(CLOSED[kind], { outcome: news.outcome }),
        ...(news.reviewUntil ? [say('caseNotices:review', { day: news.reviewUntil })] : []),
      ].join('\n\n');
  }
}

const CLOSED = {
  claim: 'caseNotices:closedClaim',
  complaint: 'caseNotices:closedComplaint',
  assistance: 'caseNotices:closedAssistance',
  message: 'caseNotices:closedMessage',
} as const;

function describeStatus(
  kind: CaseKind,
  { to, reason }: Extract<CaseNews, { what: 'status-changed' }>,
  say: Voice['say'],
): string {
  if (kind === 'assistance' && (to === 'confirmed' || to === 'declined')) {
    return say(`caseNotices:assistance.${to}`, { reason });
  }
  const known = CLAIM_STATUSES.find((each) => each === to);
  const status = known === undefined ? '' : say(`caseStatus:claim.status.${known}`);
  return say('caseNotices:status', { status, reason }).trim();
}

function listOffers(kind: CaseKind, reference: string, news: CaseNews, voice: Voice): Offer[] {
  const toSee = offerToSee(kind, reference, voice);
  if (kind !== 'complaint' || news.what !== 'closed') return [toSee];
  return [...offerScores(reference, voice), ...(news.reviewUntil ? [toSee] : [])];
}
