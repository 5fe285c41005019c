const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8_000;
/** Many pages lose a restarting server in the same instant: they must not all come back in the same one. */
const SPREAD = 0.5;

/** Waits between attempts: longer each time, but at once when the network returns or the passenger asks. */
export class Patience {
  private attempts = 0;
  private wake: () => void = () => undefined;

  constructor() {
    window.addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  /** How many waits there were since the last success. */
  get tried(): number {
    return this.attempts;
  }

  /** At least `atLeastMs`: what a busy server asked for. */
  async wait(atLeastMs = 0): Promise<void> {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts);
    this.attempts += 1;
    const spread = longest * (1 - SPREAD * Math.random());
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, Math.max(atLeastMs, spread));
    });
  }

  hurry(): void {
    this.wake();
  }

  succeed(): void {
    this.attempts = 0;
  }
}
