import type { StaffAccount } from '../../../services/desk/accounts.js';
import type { Disposition } from '../../../services/desk/floorCommand.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { HandoffNote, HandoffNotes, SupervisorAct } from '../../../services/desk/handoffNotes.js';
import type { Connections } from './connections.js';
import type { Note } from './wire.js';

type Author = Pick<StaffAccount, 'id' | 'name'>;

/** Keeps notes about chats, and shows each at once to whoever has the chat open. */
export class NoteBoard {
  constructor(
    private readonly notes: HandoffNotes,
    private readonly connections: Connections,
  ) {}

  async list({ id }: Handoff): Promise<Note[]> {
    return (await this.notes.read(id)).notes.map(describeNote);
  }

  async add(handoff: Handoff, author: Author, kind: 'note' | 'whisper' | 'transfer', text: string) {
    const note = { agent: author.id, agentName: author.name, kind, text };
    this.show(handoff, await this.notes.add(handoff.id, note));
  }

  /** A supervisor is about to do something with a chat that is another's. */
  async recordAct(handoff: Handoff, author: Author, act: SupervisorAct): Promise<void> {
    const note = { agent: author.id, agentName: author.name, act };
    this.show(handoff, await this.notes.recordAct(handoff.id, note));
  }

  async recordEnd(handoff: Handoff, author: Author, disposition: Disposition, text?: string): Promise<void> {
    const end = { agent: author.id, agentName: author.name, disposition };
    await this.notes.recordEnd(handoff.id, { ...end, ...(text !== undefined && { text }) });
  }

  private show({ id, lease }: Handoff, note: HandoffNote): void {
    this.connections.sendAbout(id, lease?.agent, { type: 'noted', handoff: id, note: describeNote(note) });
  }
}

function describeNote({ at, agentName, kind, text }: HandoffNote): Note {
  return { at, agentName, kind, text };
}
