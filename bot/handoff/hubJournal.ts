import type { Clock } from '../../services/clock.js';
import { RedeyeError } from '../../services/errors.js';
import type { EventLog } from '../../services/eventLog.js';
import { describeHubEvent, readHubEvent, type HubEvent } from './hubEvent.js';
import { evolveTalk, type HubTalk } from './hubTalk.js';

const KIND = 'hub/';
const ATTEMPTS = 10;

interface Loaded {
  readonly talk: HubTalk | undefined;
  readonly version: number;
}

/** The handoffs of each conversation, as events of the stream `hub/<conversation>`. */
export class HubJournal {
  constructor(private readonly parts: { readonly eventLog: EventLog; readonly clock: Clock }) {}

  async find(conversation: string): Promise<HubTalk | undefined> {
    return (await this.load(conversation)).talk;
  }

  /** Records what `decide` makes of the talk as it is now, decided anew where somebody else was quicker. */
  async change(
    conversation: string,
    decide: (talk: HubTalk | undefined) => readonly HubEvent[],
  ): Promise<HubTalk | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const { talk, version } = await this.load(conversation);
      const events = decide(talk);
      if (events.length === 0) return talk;
      try {
        const now = this.parts.clock.now();
        const stored = events.map((event) => describeHubEvent(event, now));
        await this.parts.eventLog.append(KIND + conversation, stored, version);
        return events.reduce(evolveTalk, talk);
      } catch (error) {
        const isConflict = error instanceof RedeyeError && error.code === 'storage.conflict';
        if (!isConflict || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async load(conversation: string): Promise<Loaded> {
    const events = await this.parts.eventLog.read(KIND + conversation);
    const talk = events.map(readHubEvent).reduce<HubTalk | undefined>(evolveTalk, undefined);
    return { talk, version: events.length };
  }
}
