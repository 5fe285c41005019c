import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** One line that redraws itself on a terminal, and a few plain lines where there is none. */
export class ProgressLine {
  private lastTenth = -1;

  constructor(private readonly stream: Pick<WriteStream, 'write' | 'isTTY'>) {}

  /** `share` runs from 0 to 1. */
  show(label: string, share: number): void {
    const percent = Math.round(share * 100);
    if (this.stream.isTTY) {
      const done = Math.round(share * WIDTH);
      this.stream.write(`\r${label} [${'='.repeat(done)}${' '.repeat(WIDTH - done)}] ${percent} %`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth <= this.lastTenth) return;
    this.lastTenth = tenth;
    this.stream.write(`${label}: ${percent} %\n`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[K');
  }
}
