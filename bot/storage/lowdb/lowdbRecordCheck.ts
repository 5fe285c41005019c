import type { EventLog } from '../../../services/eventLog.js';
import type { CheckedStream, RecordCheck } from '../recordCheck.js';
import type { RecordFolderPlace } from './recordFolder.js';
import { listKinds, verifyStream, verifyStreams } from './verifyStreams.js';

/** Checks streams that lie in files. Takes no lock. */
export class LowdbRecordCheck implements RecordCheck {
  constructor(
    private readonly log: Pick<EventLog, 'read' | 'list'>,
    private readonly place: RecordFolderPlace,
  ) {}

  async *checkAll(): AsyncGenerator<CheckedStream> {
    yield* verifyStreams(this.log, this.place, await listKinds(this.place));
  }

  checkStream(stream: string): Promise<CheckedStream> {
    return verifyStream(this.log, this.place, stream);
  }
}
