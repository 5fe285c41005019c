import type { Clock } from '../../services/clock.js';

/** A clock that stands still until it is told to go on. */
export class SettableClock implements Clock {
  constructor(private moment: Date) {}

  now(): Date {
    return this.moment;
  }

  pass(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
