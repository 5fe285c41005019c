import type { Logger } from 'pino';
import type { Clock } from '../../services/clock.js';
import type { Hub, HubLoad } from './hub.js';

const FRESH_MS = 15_000;

/** How busy the hub was when it was asked last: a turn must not wait for it. */
export class HubLoadView {
  private latest: HubLoad = { staffing: 'busy', waiting: 1 };
  private readAt = -Infinity;

  constructor(
    private readonly parts: {
      readonly hub: Pick<Hub, 'readLoad'>;
      readonly clock: Clock;
      readonly log: Pick<Logger, 'warn'>;
    },
  ) {}

  /** As far as known; asks anew in the background where that is long ago. */
  get(): HubLoad {
    if (this.parts.clock.now().getTime() - this.readAt > FRESH_MS) void this.refresh();
    return this.latest;
  }

  /** Never fails: where the hub does not tell, what it told before stands. */
  async refresh(): Promise<HubLoad> {
    this.readAt = this.parts.clock.now().getTime();
    try {
      this.latest = await this.parts.hub.readLoad();
    } catch (error) {
      this.parts.log.warn({ err: error }, 'the hub does not tell how busy it is');
    }
    return this.latest;
  }
}
