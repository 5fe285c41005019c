import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../services/clock.js';
import type { Handoff } from '../../services/desk/handoff.js';
import type { HandoffRequest, Handoffs, Standing } from '../../services/desk/handoffs.js';
import { findSkill } from '../../services/desk/topicSkills.js';
import { RedeyeError } from '../../services/errors.js';
import type { Json } from '../../services/eventLog.js';
import { readUploadId } from '../uploads/uploadStore.js';
import type { Hub } from './hub.js';
import type { HubJournal } from './hubJournal.js';
import type { HubLoadView } from './hubLoadView.js';
import type { HubNotes } from './hubNotes.js';
import type { HubPump } from './hubPump.js';
import type { QueuedItem } from './queuedItem.js';
import { describeStanding, isOpen, type HubTalk } from './hubTalk.js';

export interface HubHandoffsParts {
  readonly hub: Pick<Hub, 'open'>;
  readonly journal: HubJournal;
  readonly load: HubLoadView;
  readonly notes: HubNotes;
  readonly outgoing: Pick<HubPump<QueuedItem>, 'add'>;
  /** Before anything is queued for a conversation. */
  readonly prepareQueues: (conversation: string) => Promise<void>;
  /** An address at which agents can fetch a file uploaded here, by its id; undefined where none can be given. */
  readonly linkUpload: (id: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly log: Pick<Logger, 'warn'>;
}

type QueuedFile = Extract<QueuedItem, { kind: 'words' }>['files'][number];
type Said = Parameters<NonNullable<Handoffs['relay']>>[1];

const fileSchema = z.object({ contentUrl: z.string(), name: z.string().optional() });

/** Brings in a person of an outside hub. What passengers say is kept until the hub has it. */
export class HubHandoffs implements Handoffs {
  constructor(private readonly parts: HubHandoffsParts) {}

  /** To be called in the conversation's turn. */
  async request(request: HandoffRequest): Promise<Standing> {
    const { journal, load } = this.parts;
    const before = await journal.find(request.conversation);
    if (isOpen(before)) return describeStanding(before, load.get());
    // The hub may know of a request it did not answer, and is asked for the same one again.
    const known =
      before?.phase === 'opening' || before?.phase === 'unanswered' ? before.handoff.id : undefined;
    const handoff = this.describeHandoff(request, known ?? this.parts.createId());
    await journal.change(request.conversation, () => [{ type: 'handoff-requested', handoff }]);
    const talk = await this.open(handoff, known !== undefined);
    return describeStanding(talk, load.get());
  }

  async findStanding(conversation: string): Promise<Standing> {
    return describeStanding(await this.parts.journal.find(conversation), this.parts.load.get());
  }

  async leave(conversation: string): Promise<void> {
    const { journal, outgoing, notes, clock } = this.parts;
    const before = await journal.find(conversation);
    if (!isOpen(before)) return;
    const { place, handoff } = before;
    if (place !== undefined) {
      const id = `left ${handoff.id}`;
      await outgoing.add(conversation, { kind: 'close', id, text: notes.composeFarewell(handoff), place });
    }
    await journal.change(conversation, (talk) =>
      isOpen(talk) ? [{ type: 'handoff-ended', by: 'passenger', at: clock.now().toISOString() }] : [],
    );
  }

  async relay(conversation: string, { id, text, attachments }: Said): Promise<void> {
    const talk = await this.parts.journal.find(conversation);
    if (talk?.phase !== 'held' || talk.place === undefined) return;
    const files = (await Promise.all(attachments.map((each) => this.describeFile(each)))).flat();
    await this.parts.outgoing.add(conversation, { kind: 'words', id, text, files, place: talk.place });
  }

  private async open(handoff: Handoff, isRetry: boolean): Promise<HubTalk | undefined> {
    const { hub, journal, load, notes, outgoing, prepareQueues } = this.parts;
    const { conversation } = handoff;
    await prepareQueues(conversation);
    let place: string;
    try {
      place = await hub.open(handoff, notes.composeName(handoff), isRetry);
    } catch (error) {
      await journal.change(conversation, (talk) =>
        talk?.phase === 'opening' ? [{ type: 'handoff-unanswered' }] : [],
      );
      this.parts.log.warn({ err: error, conversation }, 'a passenger could not be handed to the hub');
      throw new RedeyeError('desk.unreachable', handoff.id, { cause: error });
    }
    const { waiting: position } = await load.refresh();
    const { text, upTo } = await notes.composeHistory(handoff, 0);
    await outgoing.add(conversation, { kind: 'note', id: `history ${handoff.id}`, text, place });
    return journal.change(conversation, () => [
      { type: 'handoff-opened', place, position },
      { type: 'hub-briefed', upTo },
    ]);
  }

  /** A file that agents cannot fetch is at least named. */
  private async describeFile(attachment: Json): Promise<QueuedFile[]> {
    const file = fileSchema.safeParse(attachment);
    if (!file.success) return [];
    const { name = '', contentUrl } = file.data;
    const upload = readUploadId(contentUrl);
    const url = upload === undefined ? contentUrl : await this.parts.linkUpload(upload);
    return [{ name: name || (upload ?? ''), url: url !== undefined && /^https?:/.test(url) ? url : '' }];
  }

  private describeHandoff(request: HandoffRequest, id: string): Handoff {
    const skill = findSkill(request.topic);
    const opened = this.parts.clock.now().toISOString();
    return { ...request, id, ...(skill && { skill }), opened, atHead: false };
  }
}
