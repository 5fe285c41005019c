import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { PendingActivities, PendingTurn } from '../../pendingActivities.js';
import { RecordFolder, type RecordFolderPlace } from './recordFolder.js';

const pendingSchema = z.object({
  conversationId: z.string(),
  activityId: z.string(),
  activity: z.custom<Partial<Activity>>((value) => typeof value === 'object' && value !== null),
});

/** One file per running turn. */
export class LowdbPendingActivities implements PendingActivities {
  private readonly records: RecordFolder<z.infer<typeof pendingSchema>>;

  constructor(place: RecordFolderPlace) {
    this.records = new RecordFolder(place, pendingSchema);
  }

  keep(turn: PendingTurn, activity: Partial<Activity>): Promise<void> {
    return this.records.write(getKey(turn), { ...turn, activity });
  }

  async find(turn: PendingTurn): Promise<Partial<Activity> | undefined> {
    return (await this.records.read(getKey(turn)))?.activity;
  }

  forget(turn: PendingTurn): Promise<void> {
    return this.records.delete(getKey(turn));
  }

  async *list(): AsyncGenerator<PendingTurn> {
    for await (const key of this.records.listKeys()) {
      const record = await this.records.read(key);
      if (record) yield { conversationId: record.conversationId, activityId: record.activityId };
    }
  }
}

function getKey({ conversationId, activityId }: PendingTurn): string {
  return JSON.stringify([conversationId, activityId]);
}
