import { watch, type FSWatcher } from 'chokidar';
import type { Clock } from '../clock.js';
import { RedeyeError } from '../errors.js';
import { normalizeDesignator } from './designator.js';
import { readFlightFile, type FlightFile, type Rejection } from './file/readFlightFile.js';
import { listRouteAirports } from './places.js';
import type { Flight, FlightLog, FlightQuery, Flights, FlightSource, RouteQuery } from './port.js';

/**
 * Flights from a file of JSON lines, read again when it changes; writers should put a new file in its place by
 * renaming. Lines that are no flight are listed and skipped. A file that vanishes or has no good line left leaves the
 * last good one in use, and `source.staleSince` says since when. Questions wait for the first reading; when that
 * failed they fail with `flights.unreachable` until the file is good.
 */
export class FileSource implements Flights {
  private current: FlightFile | undefined;
  private staleSince: Date | null = null;
  private reading: Promise<void> | undefined;
  private changedMeanwhile = false;
  private readonly watcher: FSWatcher;

  constructor(
    private readonly file: string,
    private readonly clock: Clock,
    private readonly log: FlightLog,
  ) {
    this.watcher = watch(file, {
      ignoreInitial: true,
      awaitWriteFinish: { stabilityThreshold: 200, pollInterval: 50 },
    });
    this.watcher.on('all', () => void this.reload());
    this.watcher.on('error', (error) => {
      log.warn({ file, err: error }, 'flight file cannot be watched');
    });
    void this.reload();
  }

  get source(): FlightSource {
    return { name: 'file', demo: false, staleSince: this.staleSince };
  }

  /** The first lines rejected when the file was last read. */
  get rejections(): readonly Rejection[] {
    return this.current?.rejections ?? [];
  }

  async find({ flight, date }: FlightQuery): Promise<Flight[]> {
    const { index } = await this.requireFile();
    const designator = normalizeDesignator(flight);
    return designator === undefined ? [] : structuredClone(index.find(designator, date));
  }

  async search(query: RouteQuery): Promise<Flight[]> {
    const { index } = await this.requireFile();
    const { origins, destinations } = listRouteAirports(query);
    return structuredClone(index.search(origins, destinations, query.date));
  }

  /** Reads the file now; resolves when what is on the disk at this moment is in use, or was found unusable. */
  reload(): Promise<void> {
    this.changedMeanwhile = this.reading !== undefined;
    this.reading ??= this.readUntilUnchanged().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  /** Stops watching. */
  async close(): Promise<void> {
    await this.watcher.close();
    await this.reading;
  }

  private async readUntilUnchanged(): Promise<void> {
    do {
      this.changedMeanwhile = false;
      await this.readOnce();
    } while (this.changedMeanwhile);
  }

  private async readOnce(): Promise<void> {
    try {
      const read = await readFlightFile(this.file);
      if (read.rejected > 0) {
        this.log.warn(
          { file: this.file, rejected: read.rejected, first: read.rejections.slice(0, 10) },
          'lines of the flight file rejected',
        );
      }
      if (read.index.size === 0) throw new Error('no line of the file is a flight');
      this.current = read;
      this.staleSince = null;
    } catch (error) {
      this.staleSince ??= this.clock.now();
      this.log.warn({ file: this.file, err: error }, 'flight file cannot be used; the last good one stays');
    }
  }

  private async requireFile(): Promise<FlightFile> {
    if (!this.current) await this.reading;
    if (!this.current) throw new RedeyeError('flights.unreachable', `${this.file} was never readable`);
    return this.current;
  }
}
