import { composeHandoffNotice } from '../../dialogs/handoff/composeHandoffNotice.js';
import type { Desk } from '../../dialogs/desk.js';
import { loadWords } from '../../locales/index.js';
import type { Clock } from '../../services/clock.js';
import { FloorJournal } from '../../services/desk/floorJournal.js';
import { HandoffDesk } from '../../services/desk/handoffDesk.js';
import { HandoffNotes } from '../../services/desk/handoffNotes.js';
import type { EventLog } from '../../services/eventLog.js';
import { openCaseDesk } from './openCaseDesk.js';
import type { Said, Talk } from './talk.js';

const PASSENGER = 'test:talk';
const MINUTE_MS = 60_000;
const { translate } = loadWords();

type Act = (names: string[], talk: Talk) => Promise<unknown>;

/** The real desk of agents, whose agents do in a transcript what its lines say. */
export class FloorStage {
  private desk: HandoffDesk | undefined;
  private notes: HandoffNotes | undefined;
  private others = 0;
  private ids = 0;

  /** To be handed to a talk; a stage serves one. */
  equip = (ground: { eventLog: EventLog; clock: Clock }): Partial<Desk> => {
    const rules = { longWaitMs: 10 * MINUTE_MS, returnWithinMs: 24 * 60 * MINUTE_MS };
    const parts = { ...ground, rules, createId: () => `stage-${(this.ids += 1)}` };
    this.desk = new HandoffDesk({ ...parts, journal: new FloorJournal(parts) });
    this.notes = new HandoffNotes(ground);
    return { handoffs: this.desk, surveys: this.notes, cases: openCaseDesk(ground) };
  };

  /** Does what a line says, and returns what the passenger hears of it; undefined for a line of another kind. */
  happen = async (what: string, talk: Talk): Promise<Said[] | undefined> => {
    for (const [pattern, act] of this.acts) {
      const [, ...names] = pattern.exec(what) ?? [''];
      if (!pattern.test(what)) continue;
      await act(names, talk);
      return this.tell(talk);
    }
    return undefined;
  };

  private readonly acts: readonly (readonly [RegExp, Act])[] = [
    [/^the agent (.+) comes$/, ([name]) => this.arrive(name!)],
    [/^(.+) takes the next$/, ([name]) => this.open.take({ type: 'take', agent: name! })],
    [/^(.+) passes the talk to (.+)$/, ([from, to]) => this.passOn(from!, to!)],
    [
      /^(.+) ends the talk$/,
      async ([agent]) =>
        this.open.act({ type: 'end', disposition: 'solved', ...(await this.findLease(agent!)) }),
    ],
    [
      /^(.+) loses the connection$/,
      ([agent]) => this.open.act({ type: 'depart', agent: agent!, reason: 'disconnected' }),
    ],
    [/^(\d+) others? asks? for a person$/, ([count]) => this.crowd(Number(count))],
    [/^an other leaves the queue$/, () => this.open.leave(`other-${this.others--}`)],
    [/^(.+) is noted as the opinion$/, ([words]) => this.expectOpinion(words!)],
  ];

  private get open(): HandoffDesk {
    if (!this.desk) throw new Error('The stage was not handed to a talk.');
    return this.desk;
  }

  private arrive(name: string): Promise<unknown> {
    return this.open.act({
      type: 'arrive',
      agent: {
        id: name,
        name,
        languages: ['en', 'zh'],
        skills: ['flights', 'baggage', 'complaints', 'assistance', 'booking'],
        role: 'agent',
        capacity: 1,
        status: 'available',
        takesAssigned: false,
        host: 'stage',
      },
    });
  }

  private async passOn(from: string, agent: string): Promise<void> {
    await this.open.act({ type: 'transfer', to: { kind: 'agent', agent }, ...(await this.findLease(from)) });
  }

  private async findLease(agent: string): Promise<{ handoff: string; token: string }> {
    const { handoffs } = await this.open.readFloor();
    const held = Object.values(handoffs).find(({ lease }) => lease?.agent === agent);
    if (!held?.lease) throw new Error(`${agent} talks with nobody.`);
    return { handoff: held.id, token: held.lease.token };
  }

  private async crowd(count: number): Promise<void> {
    for (let more = 0; more < count; more += 1) {
      this.others += 1;
      await this.open.request({
        conversation: `other-${this.others}`,
        reference: {},
        language: 'en',
        topic: 'handoff',
        reason: 'asked',
        priority: 'normal',
      });
    }
  }

  /** Fails unless the last talk was given this: "5", or "5: She was kind." */
  private async expectOpinion(expected: string): Promise<void> {
    const streams = (await this.open.readFloor()).count;
    for (let id = streams + this.ids; id > 0; id -= 1) {
      const { survey } = await this.notes!.read(`stage-${id}`);
      if (survey === undefined) continue;
      const found = survey.words === undefined ? `${survey.score}` : `${survey.score}: ${survey.words}`;
      if (found === expected) return;
      throw new Error(`The opinion noted is ${found}.`);
    }
    throw new Error('No opinion is noted.');
  }

  private async tell(talk: Talk): Promise<Said[]> {
    const said: Said[] = [];
    for (const notice of await this.open.listUntold()) {
      if (notice.handoff.conversation === PASSENGER) {
        const standing = await this.open.findStanding(PASSENGER);
        const compose = (language: Parameters<typeof composeHandoffNotice>[2]) =>
          composeHandoffNotice(notice, standing, language, translate);
        said.push(...(await talk.hear(compose, notice.id)));
      }
      await this.open.noteTold(notice.id);
    }
    return said;
  }
}
