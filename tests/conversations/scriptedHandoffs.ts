import type { HandoffRequest, Handoffs, Staffing, Standing } from '../../services/desk/handoffs.js';
import { RedeyeError } from '../../services/errors.js';

const MINUTES_EACH = 3;

/** A desk of agents that does what the test says. */
export class ScriptedHandoffs implements Handoffs {
  readonly requests: HandoffRequest[] = [];
  readonly left: string[] = [];
  staffing: Staffing = 'busy';
  /** Passengers in front of whoever comes. */
  ahead = 2;
  /** Whoever has taken the conversation. */
  agent: string | undefined;
  isReachable = true;
  private open: string | undefined;

  request(request: HandoffRequest): Promise<Standing> {
    const isRaised = request.priority === 'emergency' && this.requests.at(-1)?.priority !== 'emergency';
    if (this.isReachable && (this.open === undefined || isRaised)) {
      this.requests.push(request);
      this.open ??= `handoff-${this.requests.length}`;
      if (isRaised) this.ahead = 0;
    }
    return this.findStanding();
  }

  findStanding(): Promise<Standing> {
    if (!this.isReachable) return Promise.reject(new RedeyeError('desk.unreachable', 'out of order'));
    const { open, staffing, agent } = this;
    if (open === undefined) return Promise.resolve({ kind: 'none', staffing });
    if (agent !== undefined) return Promise.resolve({ kind: 'held', handoff: open, agentName: agent });
    const expectedMinutes = MINUTES_EACH * (this.ahead + 1);
    return Promise.resolve({
      kind: 'waiting',
      handoff: open,
      position: this.ahead + 1,
      ...(staffing === 'busy' && { expectedMinutes }),
      staffing,
    });
  }

  leave(conversation: string): Promise<void> {
    if (this.open !== undefined) this.left.push(conversation);
    this.end();
    return Promise.resolve();
  }

  /** The handoff is over; returns which it was. */
  end(): string | undefined {
    const { open } = this;
    this.open = undefined;
    this.agent = undefined;
    return open;
  }
}
