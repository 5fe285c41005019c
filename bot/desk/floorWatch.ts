import type { Logger } from 'pino';
import type { Clock } from '../../services/clock.js';
import {
  beginAttention,
  countUnread,
  findOverdue,
  findUnreadSince,
  forgetGone,
  noteAnswered,
  noteConnected,
  noteDisconnected,
  noteRead,
  noteSaid,
  type Attention,
  type AttentionLimits,
} from '../../services/desk/attention.js';
import type { FloorCommand } from '../../services/desk/floorCommand.js';
import { findHandoff, isHeld, type HeldHandoff } from '../../services/desk/floorQueue.js';
import type { HandoffDesk } from '../../services/desk/handoffDesk.js';
import type { LoggedActivity } from '../conversationLog.js';
import { readSpeaker } from './spokenBy.js';

export interface FloorWatchParts {
  readonly floor: Pick<HandoffDesk, 'getFloor'>;
  readonly host: string;
  readonly clock: Clock;
  readonly limits: AttentionLimits;
  readonly carryOut: (command: FloorCommand) => Promise<void>;
  readonly log: Pick<Logger, 'error' | 'info'>;
}

const LOOK_MS = 1000;

/** Knows whether this process's agents are there and read what is said, and gives back the chats of those who do not. */
export class FloorWatch {
  private attention: Attention;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly parts: FloorWatchParts) {
    this.attention = beginAttention(parts.clock.now());
  }

  start(): void {
    this.timer ??= setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = undefined));
    }, LOOK_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.looking;
  }

  noteConnected(agent: string): void {
    this.attention = noteConnected(this.attention, agent, this.parts.clock.now());
  }

  noteDisconnected(agent: string): void {
    this.attention = noteDisconnected(this.attention, agent, this.parts.clock.now());
  }

  /** Something was said in a chat, by whomever. */
  noteSaid(handoff: string, { position, direction, activity }: LoggedActivity): void {
    const held = this.findHeld(handoff);
    if (!held) return;
    const { token, agent } = held.lease;
    if (direction === 'incoming') {
      this.attention = noteSaid(this.attention, token, position, this.parts.clock.now());
    } else if (readSpeaker(activity)?.id === agent) {
      this.attention = noteAnswered(this.attention, token, position);
    }
  }

  /** Everything up to `position` was on the screen of the one who holds it. */
  noteRead(handoff: string, position: number): void {
    const held = this.findHeld(handoff);
    if (held) this.attention = noteRead(this.attention, held.lease.token, position);
  }

  /** What is not read yet of a held chat; nothing of one that another process looks after. */
  getUnread(handoff: string): { readonly count: number; readonly since?: string } {
    const held = this.findHeld(handoff);
    const agent = held && this.parts.floor.getFloor().agents[held.lease.agent];
    if (!held || agent?.host !== this.parts.host) return { count: 0 };
    const since = findUnreadSince(this.attention, held);
    return { count: countUnread(this.attention, held), ...(since && { since: since.toISOString() }) };
  }

  /** Does what has to be done now; failures are logged, and looked at again the next time. */
  async look(): Promise<void> {
    const { floor, host, clock, limits, carryOut, log } = this.parts;
    this.attention = forgetGone(this.attention, floor.getFloor());
    for (const command of findOverdue(this.attention, floor.getFloor(), host, clock.now(), limits)) {
      try {
        await carryOut(command);
        log.info({ command: command.type, ...describe(command) }, 'chats went back to the queue');
      } catch (error) {
        log.error({ err: error, ...describe(command) }, 'a chat could not go back to the queue');
      }
    }
  }

  private findHeld(handoff: string): HeldHandoff | undefined {
    const known = findHandoff(this.parts.floor.getFloor(), handoff);
    return known && isHeld(known) ? known : undefined;
  }
}

function describe(command: FloorCommand): object {
  if (command.type === 'return') return { handoff: command.handoff, reason: command.reason };
  return command.type === 'depart' ? { agent: command.agent, reason: command.reason } : {};
}
