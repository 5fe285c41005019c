import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import type { Offer } from '../../dialogs/offer.js';
import { composeActivity } from '../../dialogs/reply.js';
import { matchLanguage, type Language } from '../../locales/language.js';
import type { FloorAgent } from '../../services/desk/floor.js';
import type { Handoff } from '../../services/desk/handoff.js';
import { RedeyeError } from '../../services/errors.js';
import type { ConversationLog, LoggedActivity } from '../conversationLog.js';
import type { OpenTurn, ProactiveSender } from '../proactive.js';
import { readSpeaker, type Speaker } from './spokenBy.js';

export interface SpeechParts {
  readonly sender: Pick<ProactiveSender, 'runBetweenTurns' | 'showSign'>;
  readonly conversationLog: Pick<ConversationLog, 'follow' | 'readNewest'>;
  /** Read afresh; fails with `desk.lease-lost` where the token is not that of the agent's lease now. */
  readonly checkLease: (handoff: string, token: string, agent: string) => Promise<unknown>;
  /** The button that ends the talk. */
  readonly offerToEnd: (language: Language) => Offer;
}

/** What an agent says, once under its `clientId`. */
export interface AgentMessage {
  readonly text: string;
  readonly clientId: string;
}

type Agent = Pick<FloorAgent, 'id' | 'name'>;

/** Lets agents speak to passengers through whichever channel these came by. */
export class AgentSpeech {
  constructor(private readonly parts: SpeechParts) {}

  /**
   * Says it while no turn of the conversation runs, if the agent's lease holds at that moment, and returns its place in
   * the record. The same `clientId` again is said once, as far as the newest of the record tells, and needs no lease.
   */
  async say(handoff: Handoff, token: string, agent: Agent, message: AgentMessage): Promise<number> {
    return this.parts.sender.runBetweenTurns(handoff.reference, async (key, openTurn) => {
      const said = (await this.parts.conversationLog.readNewest(key)).find(isMessage(agent, message));
      if (said) return said.position;
      await this.parts.checkLease(handoff.id, token, agent.id);
      return this.deliver(key, openTurn, agent, message);
    });
  }

  /** Shows that the agent is writing. */
  async showTyping(handoff: Handoff, token: string, { id, name }: Agent): Promise<void> {
    await this.parts.checkLease(handoff.id, token, id);
    const sign = { type: ActivityTypes.Typing, channelData: { redeye: { agent: { id, name } } } };
    await this.parts.sender.showSign(handoff.reference, sign);
  }

  private async deliver(
    key: string,
    openTurn: OpenTurn,
    agent: Agent,
    message: AgentMessage,
  ): Promise<number> {
    const isIt = isMessage(agent, message);
    let position: number | undefined;
    // Told of before the record returns: no second look is needed.
    const stop = this.parts.conversationLog.follow(key, (logged) => {
      if (isIt(logged)) position = logged.position;
    });
    try {
      await openTurn(async (context) => {
        nameSpeaker(context, agent);
        await context.sendActivity(this.compose(context, agent, message));
      });
    } finally {
      stop();
    }
    if (position === undefined) throw new RedeyeError('storage.unavailable', 'the message was not recorded');
    return position;
  }

  private compose({ activity }: TurnContext, agent: Agent, message: AgentMessage): Partial<Activity> {
    const language = matchLanguage(activity.locale) ?? 'en';
    const offers = [this.parts.offerToEnd(language)];
    const reply = { text: keepLines(message.text), offers, trace: { route: 'handoff' } } as const;
    const speaker: Speaker = { id: agent.id, name: agent.name, message: message.clientId };
    return {
      ...composeActivity(reply, language, activity.channelId),
      channelData: { redeye: { ...reply.trace, agent: speaker } },
    };
  }
}

/** botbuilder writes the bot's name on whatever leaves; this is said by somebody else. */
function nameSpeaker(context: TurnContext, { id, name }: Agent): void {
  context.onSendActivities((_context, activities, next) => {
    for (const activity of activities) activity.from = { id: `agent:${id}`, name, role: 'bot' };
    return next();
  });
}

function isMessage({ id }: Agent, { clientId }: AgentMessage): (logged: LoggedActivity) => boolean {
  return ({ direction, activity }) => {
    const speaker = direction === 'outgoing' ? readSpeaker(activity) : undefined;
    return speaker?.id === id && speaker.message === clientId;
  };
}

/** In Markdown a line ends only behind two blanks. */
function keepLines(text: string): string {
  return text.replace(/(?<=\S) ?\n(?=\S)/g, '  \n');
}
