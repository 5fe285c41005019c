/** One message of a passenger, from sending it to having the answer on the screen. Times in milliseconds. */
interface RoundTrip {
  readonly sent: number;
  seen: number[];
  answered: number[];
}

/** What became of every message sent. */
export class RoundTrips {
  private readonly trips = new Map<string, RoundTrip>();

  /** Names a new message. */
  begin(): string {
    const id = `message-${String(this.trips.size + 1)}`;
    this.trips.set(id, { sent: performance.now(), seen: [], answered: [] });
    return id;
  }

  /** It is on the agent's screen. Returns the answer to say; undefined for what is no message of these. */
  noteSeen(text: string): string | undefined {
    const trip = this.trips.get(text);
    trip?.seen.push(performance.now());
    return trip && `answer to ${text}`;
  }

  noteAnswered(text: string): void {
    this.trips.get(text.replace('answer to ', ''))?.answered.push(performance.now());
  }

  get open(): number {
    return this.list().filter(({ answered }) => answered.length === 0).length;
  }

  summarise() {
    const trips = this.list();
    const whole = trips.flatMap(({ sent, answered: [first] }) => (first === undefined ? [] : [first - sent]));
    const there = trips.flatMap(({ sent, seen: [first] }) => (first === undefined ? [] : [first - sent]));
    return {
      messages: trips.length,
      lost: trips.length - whole.length,
      doubled: trips.filter(({ seen, answered }) => seen.length > 1 || answered.length > 1).length,
      there: describe(there),
      whole: describe(whole),
    };
  }

  private list(): RoundTrip[] {
    return [...this.trips.values()];
  }
}

export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

function describe(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const pick = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: pick(0.5), p99: pick(0.99), most: pick(1) };
}
