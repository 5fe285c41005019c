import { RedeyeError } from '../errors.js';
import type { Floor, FloorNotice } from './floor.js';
import type { FloorCommand } from './floorCommand.js';
import type { FloorChange, FloorJournal, JournalParts } from './floorJournal.js';
import { requireLease } from './decideFloor.js';
import { findHandoff, findOpen, isHeld, type HeldHandoff } from './floorQueue.js';
import type { HandoffRequest, Handoffs, Standing } from './handoffs.js';
import { describeStanding } from './standing.js';
import { findSkill } from './topicSkills.js';

type TakeCommand = Extract<FloorCommand, { type: 'take' | 'take-over' }>;
export type DeskParts = Pick<JournalParts, 'clock' | 'createId' | 'rules'> & {
  readonly journal: FloorJournal;
};

/** The service's own desk: passengers ask through `Handoffs`, agents act on the same floor. */
export class HandoffDesk implements Handoffs {
  constructor(private readonly parts: DeskParts) {}

  async request(request: HandoffRequest): Promise<Standing> {
    const skill = findSkill(request.topic);
    const handoff = { ...request, id: this.parts.createId(), ...(skill !== undefined && { skill }) };
    const { floor } = await this.parts.journal.act({ type: 'open', handoff });
    return this.describe(floor, request.conversation);
  }

  async findStanding(conversation: string): Promise<Standing> {
    return this.describe(await this.parts.journal.readCurrent(), conversation);
  }

  async leave(conversation: string): Promise<void> {
    await this.parts.journal.act({ type: 'leave', conversation });
  }

  /** Carries out what the page, or the watch over it, wants. Fails with the `desk.…` the command names. */
  act(command: FloorCommand): Promise<FloorChange> {
    return this.parts.journal.act(command);
  }

  /** Takes a chat, or takes one over, and returns it with its lease. Taking one already held changes nothing. */
  async take(command: TakeCommand): Promise<HeldHandoff> {
    const { floor, events } = await this.act(command);
    const taken = events.find(
      (event) => event.type === 'chat-taken' && event.data.lease.agent === command.agent,
    );
    const id = taken?.type === 'chat-taken' ? taken.data.handoff : command.handoff;
    const handoff = id === undefined ? undefined : findHandoff(floor, id);
    if (!handoff || !isHeld(handoff)) throw new RedeyeError('desk.unknown', id);
    return handoff;
  }

  /** As known in this process, for what is only shown; may be a moment behind other processes. */
  getFloor(): Floor {
    return this.parts.journal.getKnown();
  }

  /** With everything stored before the call, by whichever process. */
  readFloor(): Promise<Floor> {
    return this.parts.journal.readCurrent();
  }

  /** The handoff whose lease this token is, read anew: to be asked before an agent's words go out. `desk.lease-lost`. */
  async checkLease(handoff: string, token: string): Promise<HeldHandoff> {
    return requireLease(await this.readFloor(), { handoff, token });
  }

  /** Who holds a conversation, read anew: to be asked before the bot speaks. */
  async findHeld(conversation: string): Promise<HeldHandoff | undefined> {
    const handoff = findOpen(await this.readFloor(), conversation);
    return handoff && isHeld(handoff) ? handoff : undefined;
  }

  /** What passengers have to be told, oldest first, read anew. */
  async listUntold(): Promise<readonly FloorNotice[]> {
    return (await this.readFloor()).untold;
  }

  /** The passenger was told; nothing where that was noted before. */
  async noteTold(notice: string): Promise<void> {
    await this.act({ type: 'told', notice });
  }

  /** Calls back after each change of the floor, whichever process made it, and returns how to stop that. */
  onChange(call: (change: FloorChange) => void): () => void {
    return this.parts.journal.onChange(call);
  }

  private describe(floor: Floor, conversation: string): Standing {
    const { clock, rules } = this.parts;
    return describeStanding(floor, conversation, clock.now(), rules);
  }
}
