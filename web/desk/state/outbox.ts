import { createId } from './createId.js';
import { changeOutgoing, putOutgoing } from './changes.js';
import type { DeskState, Outgoing } from './deskState.js';
import type { Command, Done } from './deskStream.js';
import { keptTexts } from './keptTexts.js';
import { readRefusalCode } from './refusal.js';
import type { Store } from './store.js';

type Send = (command: Command) => Promise<Done>;

/** The service may have taken the message, or will once it can be reached: it is sent again, as the same one. */
const TRY_LATER: readonly string[] = ['unreachable', 'timeout'];

/** Messages on their way: per chat one after the other, again after a broken connection or a reload, each said once. */
export class Outbox {
  private readonly busy = new Set<string>();

  constructor(
    private readonly store: Store<DeskState>,
    private readonly send: Send,
    private readonly onLeaseLost: (handoff: string) => void,
  ) {
    let kept = store.get().outgoing;
    store.subscribe(() => {
      const { outgoing, session } = store.get();
      if (outgoing === kept || session === 'signed-out') return;
      kept = outgoing;
      keptTexts.keepOutgoing(outgoing);
    });
  }

  say(handoff: string, text: string): void {
    const after = this.store.get().chats[handoff]?.entries.at(-1)?.position ?? 0;
    const message: Outgoing = { clientId: createId(), text, after };
    this.store.change((state) => putOutgoing(state, handoff, [...this.list(handoff), message]));
    this.flush(handoff);
  }

  /** Tries once more what was refused. */
  again(handoff: string, clientId: string): void {
    this.change(handoff, clientId, { refused: undefined });
    this.flush(handoff);
  }

  discard(handoff: string, clientId: string): void {
    const rest = this.list(handoff).filter((message) => message.clientId !== clientId);
    this.store.change((state) => putOutgoing(state, handoff, rest));
  }

  /** Sends what is waiting in a chat, as soon as its token is known. */
  flush(handoff: string): void {
    if (this.busy.has(handoff)) return;
    this.busy.add(handoff);
    void this.sendAll(handoff).finally(() => this.busy.delete(handoff));
  }

  private async sendAll(handoff: string): Promise<void> {
    for (;;) {
      const next = this.list(handoff).find(({ refused, position }) => !refused && position === undefined);
      const token = this.store.get().chats[handoff]?.token;
      if (!next || token === undefined || this.store.get().connection.kind !== 'online') return;
      const { clientId, text } = next;
      try {
        const { position } = await this.send({ do: 'say', handoff, token, text, clientId });
        if (position === undefined) this.discard(handoff, clientId);
        else this.change(handoff, clientId, { position });
      } catch (error) {
        const code = readRefusalCode(error);
        if (TRY_LATER.includes(code)) return;
        this.change(handoff, clientId, { refused: code });
        if (code === 'lease-lost') this.onLeaseLost(handoff);
      }
    }
  }

  private change(handoff: string, clientId: string, change: Partial<Outgoing>): void {
    this.store.change((state) => changeOutgoing(state, handoff, clientId, change));
  }

  private list(handoff: string): readonly Outgoing[] {
    return this.store.get().outgoing[handoff] ?? [];
  }
}
