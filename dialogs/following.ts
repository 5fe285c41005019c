import { findLanguageChoice } from '../locales/languageChoice.js';
import type { Language } from '../locales/language.js';
import type { Route, Understood } from '../faq/understanding/route.js';
import { acceptNoneMeant, askWhichMeant } from './answering/askWhichMeant.js';
import { admitNotUnderstood } from './answering/admitNotUnderstood.js';
import { answerTopic } from './answering/answerTopic.js';
import { judgeAnswer } from './answering/judgeAnswer.js';
import { offerSecond } from './answering/offerSecond.js';
import { confirmLanguage, offerLanguages } from './answering/switchLanguage.js';
import { sympathise } from './answering/sympathise.js';
import type { FormName } from './formName.js';
import { followWatchLead, isWatchLead } from './flightStatus/watching.js';
import { callPerson } from './handoff/callPerson.js';
import { followHandoffLead, isHandoffLead } from './handoff/followHandoffLead.js';
import type { Lead } from './offer.js';
import type { Outcome } from './outcome.js';
import type { Scene } from './scene.js';

/** What is said, or which form begins. */
export type Following = Outcome | { readonly begin: FormName };

type Meant = Pick<Understood, 'route' | 'candidates' | 'second' | 'upset'>;

/** Where words lead that were understood so. */
export async function followMeaning(text: string, understood: Meant, scene: Scene): Promise<Following> {
  if (understood.route !== 'language') {
    const following = await followRoute(understood, scene);
    if ('begin' in following || scene.aside) return following;
    const kind = sympathise(following, understood, scene.passenger, scene.desk);
    return offerSecond(kind, understood, scene.passenger, scene.desk);
  }
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
  if (isHandoffLead(lead)) return followHandoffLead(lead, scene);
  if (isWatchLead(lead)) return followWatchLead(lead, desk, scene.watcher);
  if (lead.startsWith('language:')) return switchTo(lead.slice('language:'.length) as Language, scene);
  return followRoute({ route: lead as Route, candidates: [] }, scene);
}

function followRoute({ route, candidates }: Meant, scene: Scene): Promise<Following> | Following {
  const { desk, passenger, data, forms, aside } = scene;
  const admit = () => admitNotUnderstood(data.notUnderstood, candidates, passenger, desk);
  if (route === 'none') return admit();
  if (route === 'clarify') return askWhichMeant(candidates, passenger, desk);
  if (route === 'language') return offerLanguages(passenger.language, desk);
  if (route === 'handoff') return callPerson(scene);
  const [kind, name] = splitRoute(route);
  if (kind === 'dialog') {
    const dialog = name as FormName;
    // A desk that lacks what a form needs leaves it to a person.
    return forms[dialog] ? { begin: dialog } : callPerson(scene);
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
