import { ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { ComponentDialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { findLanguageChoice } from '../locales/languageChoice.js';
import type { Language } from '../locales/language.js';
import type { DialogName, Route, Understood } from '../faq/understanding/route.js';
import { acceptNoneMeant, askWhichMeant } from './answering/askWhichMeant.js';
import { admitNotUnderstood } from './answering/admitNotUnderstood.js';
import { announceNotYet } from './answering/announceNotYet.js';
import { answerTopic } from './answering/answerTopic.js';
import { judgeAnswer } from './answering/judgeAnswer.js';
import { replyToUnreadable } from './answering/replyToUnreadable.js';
import { confirmLanguage, offerLanguages } from './answering/switchLanguage.js';
import type { ConversationData, Lead } from './conversationData.js';
import type { Desk, Passenger } from './desk.js';
import { findOfferedLead } from './leads.js';
import type { Outcome } from './outcome.js';
import { composeActivity } from './reply.js';

export const MAIN_DIALOG = 'main';

/** Decides what a message leads to, says it, and remembers what the next message may refer to. */
export class MainDialog extends ComponentDialog {
  constructor(
    private readonly desk: Desk,
    private readonly conversation: StatePropertyAccessor<ConversationData>,
  ) {
    super(MAIN_DIALOG);
  }

  protected override async onBeginDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const { context } = dialogContext;
    const data = await this.conversation.get(context);
    if (data !== undefined && context.activity.type === ActivityTypes.Message) {
      await this.say(context, data, await this.answer(context, data));
    }
    return dialogContext.endDialog();
  }

  private async answer(context: TurnContext, data: ConversationData): Promise<Outcome> {
    const passenger = describePassenger(context, data);
    const text = context.activity.text ?? '';
    const unreadable = replyToUnreadable(text, context.activity.attachments ?? [], passenger, this.desk);
    if (unreadable !== undefined) return unreadable;
    const lead = findOfferedLead(text, data.offers, this.desk.translate);
    return lead === undefined
      ? this.followWords(text, passenger, data)
      : this.followLead(lead, passenger, data);
  }

  private followWords(text: string, passenger: Passenger, data: ConversationData): Outcome {
    const understood = this.desk.understanding.route(text, {
      language: passenger.language,
      now: this.desk.clock.now(),
      timeZone: this.desk.timeZone,
      ...(data.lastRoute === undefined ? {} : { previousRoute: data.lastRoute }),
    });
    if (understood.route === 'language') {
      const choice = findLanguageChoice(text, passenger.language);
      return choice === undefined
        ? offerLanguages(passenger.language, this.desk)
        : this.switchTo(choice, data);
    }
    return this.followRoute(understood, passenger, data);
  }

  private async followLead(lead: Lead, passenger: Passenger, data: ConversationData): Promise<Outcome> {
    if (lead === 'none-of-these') return acceptNoneMeant(passenger, this.desk);
    if (lead === 'helpful' || lead === 'not-helpful') {
      return data.lastAnswer === undefined
        ? this.followRoute({ route: 'none', candidates: [] }, passenger, data)
        : judgeAnswer(lead === 'helpful', data.lastAnswer, passenger, this.desk);
    }
    if (lead.startsWith('language:')) return this.switchTo(lead.slice('language:'.length) as Language, data);
    return this.followRoute({ route: lead as Route, candidates: [] }, passenger, data);
  }

  private followRoute(
    { route, candidates }: Pick<Understood, 'route' | 'candidates'>,
    passenger: Passenger,
    data: ConversationData,
  ): Outcome {
    if (route === 'none') return admitNotUnderstood(data.notUnderstood, candidates, passenger, this.desk);
    if (route === 'clarify') return askWhichMeant(candidates, passenger, this.desk);
    if (route === 'language') return offerLanguages(passenger.language, this.desk);
    if (route === 'handoff') return announceNotYet('handoff', candidates, passenger, this.desk);
    const [kind, name] = splitRoute(route);
    if (kind === 'dialog') return announceNotYet(name as DialogName, candidates, passenger, this.desk);
    if (kind === 'faq') {
      const others = candidates.map((candidate) => candidate.route).filter((other) => other !== route);
      return answerTopic(name, others, passenger, this.desk);
    }
    const text = this.desk.answers.findSmalltalk(name, passenger.language);
    return text === undefined
      ? admitNotUnderstood(data.notUnderstood, candidates, passenger, this.desk)
      : { replies: [{ text, trace: { route } }], remember: { lastRoute: route } };
  }

  private switchTo(language: Language, data: ConversationData): Outcome {
    data.language = { current: language, chosen: true };
    return confirmLanguage(language, this.desk);
  }

  private async say(
    context: TurnContext,
    data: ConversationData,
    { replies, remember = {} }: Outcome,
  ): Promise<void> {
    data.notUnderstood = remember.notUnderstood ?? 0;
    if ('lastRoute' in remember) data.lastRoute = remember.lastRoute;
    if ('lastAnswer' in remember) data.lastAnswer = remember.lastAnswer;
    data.offers = replies.flatMap((reply) => reply.offers ?? []);
    await context.sendActivities(replies.map((reply) => composeActivity(reply, data.language.current)));
  }
}

function describePassenger(context: TurnContext, data: ConversationData): Passenger {
  return { conversationId: context.activity.conversation.id, language: data.language.current };
}

function splitRoute(route: string): [kind: string, name: string] {
  const colon = route.indexOf(':');
  return [route.slice(0, colon), route.slice(colon + 1)];
}
