import type { HandoffDesk } from '../../services/desk/handoffDesk.js';
import type { Disposition, FloorCommand } from '../../services/desk/floorCommand.js';
import { findHandoff, type HeldHandoff } from '../../services/desk/floorQueue.js';
import { RedeyeError } from '../../services/errors.js';
import type { TurnRunner } from '../turnRunner.js';

type TransferTarget = Extract<FloorCommand, { type: 'transfer' }>['to'];

/** The right to speak in a chat, as an agent shows it. */
export interface ShownLease {
  readonly handoff: string;
  readonly token: string;
}

/**
 * Moves chats between the queue and agents. What takes the word from somebody is done while no turn of the
 * conversation runs and nobody is speaking in it, so that whoever loses the word has said their last. Granting it to
 * somebody needs no such care: they speak in a turn of their own, after what is being said.
 */
export class ChatCommands {
  constructor(
    private readonly floor: HandoffDesk,
    private readonly turnRunner: Pick<TurnRunner, 'run'>,
  ) {}

  take(agent: string, handoff?: string): Promise<HeldHandoff> {
    return this.floor.take({ type: 'take', agent, ...(handoff !== undefined && { handoff }) });
  }

  takeOver(agent: string, handoff: string): Promise<HeldHandoff> {
    return this.between(handoff, () => this.floor.take({ type: 'take-over', agent, handoff }));
  }

  async transfer(lease: ShownLease, to: TransferTarget): Promise<void> {
    await this.between(lease.handoff, () => this.floor.act({ type: 'transfer', ...lease, to }));
  }

  async end(lease: ShownLease, disposition: Disposition): Promise<void> {
    await this.between(lease.handoff, () => this.floor.act({ type: 'end', ...lease, disposition }));
  }

  /** What the watch over the floor found; nothing where that is overtaken. */
  async carryOut(command: FloorCommand): Promise<void> {
    const isReturn = command.type === 'return';
    if (isReturn && !findHandoff(this.floor.getFloor(), command.handoff)) return;
    if (isReturn) await this.between(command.handoff, () => this.floor.act(command));
    else await this.floor.act(command);
  }

  private async between<Result>(handoff: string, work: () => Promise<Result>): Promise<Result> {
    const known = findHandoff(this.floor.getFloor(), handoff);
    if (!known) throw new RedeyeError('desk.lease-lost', handoff);
    return this.turnRunner.run(known.conversation, work);
  }
}
