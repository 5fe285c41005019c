import path from 'node:path';
import { RecordFolder, type RecordFolderPlace } from './recordFolder.js';
import { getFirstVersion, segmentSchema, type Segment } from './segment.js';

const STREAM_NAME = /^([a-z][a-z0-9-]*)\/(.*)$/s;

interface Kind {
  readonly newest: RecordFolder<Segment>;
  readonly older: RecordFolder<Segment>;
}

/**
 * Where segments lie: `<kind>/newest` has one file per stream, the only one that ever changes; `<kind>/older`
 * has the full ones. The newest is found without a search, and leads to the one before it by its version.
 */
export class SegmentFiles {
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly place: RecordFolderPlace) {}

  readNewest(stream: string): Promise<Segment | undefined> {
    const { kind, id } = this.parse(stream);
    return kind.newest.read(id);
  }

  writeNewest(stream: string, segment: Segment): Promise<void> {
    const { kind, id } = this.parse(stream);
    return kind.newest.write(id, segment);
  }

  readOlder(stream: string, firstVersion: number): Promise<Segment | undefined> {
    const { kind, id } = this.parse(stream);
    return kind.older.read(getOlderKey(id, firstVersion));
  }

  writeOlder(stream: string, segment: Segment): Promise<void> {
    const { kind, id } = this.parse(stream);
    return kind.older.write(getOlderKey(id, getFirstVersion(segment)), segment);
  }

  /** Where a stream's newest segment lies. */
  getNewestFile(stream: string): string {
    const { kind, id } = this.parse(stream);
    return kind.newest.getFile(id);
  }

  /** Where the segment that begins with `firstVersion` lies, once it is not the newest any more. */
  getOlderFile(stream: string, firstVersion: number): string {
    const { kind, id } = this.parse(stream);
    return kind.older.getFile(getOlderKey(id, firstVersion));
  }

  async *list(kind: string): AsyncGenerator<string> {
    for await (const id of this.parse(`${kind}/`).kind.newest.listKeys()) yield `${kind}/${id}`;
  }

  private parse(stream: string): { kind: Kind; id: string } {
    const [, kind, id] = STREAM_NAME.exec(stream) ?? [];
    if (kind === undefined || id === undefined) throw new TypeError(`Not the name of a stream: ${stream}`);
    return { kind: this.getKind(kind), id };
  }

  private getKind(name: string): Kind {
    const known = this.kinds.get(name);
    if (known) return known;
    const openFolder = (folder: string): RecordFolder<Segment> =>
      new RecordFolder(
        { ...this.place, directory: path.join(this.place.directory, name, folder) },
        segmentSchema,
      );
    const kind = { newest: openFolder('newest'), older: openFolder('older') };
    this.kinds.set(name, kind);
    return kind;
  }
}

function getOlderKey(id: string, firstVersion: number): string {
  return `${id}@${String(firstVersion)}`;
}
