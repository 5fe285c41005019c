import { findLanguageChoice } from '../locales/languageChoice.js';
import type { Language } from '../locales/language.js';
import type { DialogName, Route, Understood } from '../faq/understanding/route.js';
import { acceptNoneMeant, askWhichMeant } from './answering/askWhichMeant.js';
import { admitNotUnderstood } from './answering/admitNotUnderstood.js';
import { announceNotYet } from './answering/announceNotYet.js';
import { answerTopic } from './answering/answerTopic.js';
import { judgeAnswer } from './answering/judgeAnswer.js';
import { confirmLanguage, offerLanguages } from './answering/switchLanguage.js';
import type { ConversationData } from './conversationData.js';
import type { Desk, Passenger } from './desk.js';
import { followWatchLead, isWatchLead } from './flightStatus/watching.js';
import type { Forms } from './forms.js';
import type { Lead } from './offer.js';
import type { Outcome } from './outcome.js';
import type { Watcher } from '../services/flights/flightWatch.js';

/** Who wants something, and from what. */
export interface Scene {
  readonly desk: Desk;
  readonly passenger: Passenger;
  /** How the passenger is written to later. */
  readonly watcher: Watcher;
  /** The language in it is changed where the passenger asks for another. */
  readonly data: ConversationData;
  readonly forms: Forms;
  /** In the middle of a form: the answer only, without what one might ask next. */
  readonly aside: boolean;
}

/** What is said, or which form begins. */
export type Following = Outcome | { readonly begin: DialogName };

type Meant = Pick<Understood, 'route' | 'candidates'>;

/** Where words lead that were understood so. */
export function followMeaning(text: string, understood: Meant, scene: Scene): Following {
  if (understood.route !== 'language') return followRoute(understood, scene);
  const choice = findLanguageChoice(text, scene.passenger.language);
  return choice === undefined
    ? offerLanguages(scene.passenger.language, scene.desk)
    : switchTo(choice, scene);
}

/** Where a button leads. */
export function followLead(lead: Exclude<Lead, 'form'>, scene: Scene): Promise<Following> | Following {
  const { desk, passenger, data } = scene;
  if (lead === 'none-of-these') return acceptNoneMeant(passenger, desk, scene);
  if (lead === 'helpful' || lead === 'not-helpful') {
    return data.lastAnswer === undefined
      ? followRoute({ route: 'none', candidates: [] }, scene)
      : judgeAnswer(lead === 'helpful', data.lastAnswer, passenger, desk);
  }
  if (isWatchLead(lead)) return followWatchLead(lead, desk, scene.watcher);
  if (lead.startsWith('language:')) return switchTo(lead.slice('language:'.length) as Language, scene);
  return followRoute({ route: lead as Route, candidates: [] }, scene);
}

function followRoute(
  { route, candidates }: Meant,
  { desk, passenger, data, forms, aside }: Scene,
): Following {
  const admit = () => admitNotUnderstood(data.notUnderstood, candidates, passenger, desk);
  if (route === 'none') return admit();
  if (route === 'clarify') return askWhichMeant(candidates, passenger, desk);
  if (route === 'language') return offerLanguages(passenger.language, desk);
  if (route === 'handoff') return announceNotYet(passenger, desk, { aside });
  const [kind, name] = splitRoute(route);
  if (kind === 'dialog') {
    const dialog = name as DialogName;
    // A desk that lacks what a form needs leaves it to a person.
    return forms[dialog] ? { begin: dialog } : announceNotYet(passenger, desk, { aside });
  }
  if (kind === 'faq') {
    const others = candidates.map((candidate) => candidate.route).filter((other) => other !== route);
    return answerTopic(name, others, passenger, desk, { aside });
  }
  const text = desk.answers.findSmalltalk(name, passenger.language);
  return text === undefined
    ? admit()
    : { replies: [{ text, trace: { route } }], remember: { lastRoute: route } };
}

function switchTo(language: Language, { data, desk }: Scene): Outcome {
  data.language = { current: language, chosen: true };
  return confirmLanguage(language, desk);
}

function splitRoute(route: string): [kind: string, name: string] {
  const colon = route.indexOf(':');
  return [route.slice(0, colon), route.slice(colon + 1)];
}
