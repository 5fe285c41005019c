import { findHandoff } from '../../../services/desk/floorQueue.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { HandoffDesk } from '../../../services/desk/handoffDesk.js';
import { RedeyeError } from '../../../services/errors.js';
import type { AgentSpeech } from '../../desk/agentSpeech.js';
import type { ChatCommands } from '../../desk/chatCommands.js';
import type { FloorWatch } from '../../desk/floorWatch.js';
import type { NoticeTeller } from '../../desk/noticeTeller.js';
import { mayRead } from './access.js';
import type { AgentConnection } from './agentConnection.js';
import type { NoteBoard } from './noteBoard.js';
import type { DeskRequest } from './schema.js';
import type { ToPage } from './wire.js';

export interface PageCommandsParts {
  readonly floor: HandoffDesk;
  readonly chats: ChatCommands;
  readonly speech: AgentSpeech;
  readonly teller: NoticeTeller;
  readonly watch: FloorWatch;
  readonly notes: NoteBoard;
  readonly onRead: (agent: string) => void;
  /** What is watched on a page changed. */
  readonly onWatched: () => void;
}

type Request<Do extends DeskRequest['do']> = Extract<DeskRequest, { do: Do }>;
type Answer = Omit<Extract<ToPage, { type: 'done' }>, 'type' | 'id'>;

/** Does what a page asks for through its stream. Fails with the `desk.…` that says why not. */
export class PageCommands {
  constructor(private readonly parts: PageCommandsParts) {}

  async carryOut(request: DeskRequest, connection: AgentConnection): Promise<Answer> {
    const { id: agent } = connection.account;
    const { floor, chats } = this.parts;
    switch (request.do) {
      case 'take':
        return describeLease(await chats.take(agent, request.handoff));
      case 'take-over':
        return this.takeOver(request, connection);
      case 'say':
        return this.say(request, connection);
      case 'typing':
        await this.parts.speech.showTyping(
          this.requireOwn(request, agent),
          request.token,
          connection.account,
        );
        return {};
      case 'read':
        this.requireOwn(request, agent);
        this.parts.watch.noteRead(request.handoff, request.position);
        this.parts.onRead(agent);
        return {};
      case 'note':
      case 'whisper':
        await this.note(request, connection);
        return {};
      case 'watch':
        return this.watch(request.handoff, connection);
      case 'unwatch':
        return this.unwatch(request.handoff, connection);
      case 'transfer':
        return this.transfer(request, connection);
      case 'end':
        return this.end(request, connection);
      case 'adjust': {
        const { status, takesAssigned, capacity } = request;
        await floor.act({
          type: 'adjust',
          agent,
          change: {
            ...(status && { status }),
            ...(takesAssigned !== undefined && { takesAssigned }),
            ...(capacity !== undefined && { capacity }),
          },
        });
        return {};
      }
    }
  }

  private async takeOver({ handoff }: Request<'take-over'>, { account }: AgentConnection): Promise<Answer> {
    const before = findHandoff(this.parts.floor.getFloor(), handoff);
    const isOthers = before?.lease !== undefined && before.lease.agent !== account.id;
    if (isOthers && account.role === 'supervisor') {
      await this.parts.notes.recordAct(before, account, 'took-over');
    }
    return describeLease(await this.parts.chats.takeOver(account.id, handoff));
  }

  private async say(request: Request<'say'>, { account }: AgentConnection): Promise<Answer> {
    const { floor, teller, speech } = this.parts;
    const handoff = findHandoff(floor.getFloor(), request.handoff);
    if (!handoff) throw new RedeyeError('desk.lease-lost', request.handoff);
    await teller.settle(handoff.conversation);
    const position = await speech.say(handoff, request.token, account, request);
    return { handoff: handoff.id, position };
  }

  private async note(
    { do: kind, handoff: id, text }: Request<'note' | 'whisper'>,
    connection: AgentConnection,
  ) {
    if (kind === 'whisper') this.requireSupervisor(connection);
    await this.parts.notes.add(this.requireReadable(id, connection), connection.account, kind, text);
  }

  private async watch(handoff: string, connection: AgentConnection): Promise<Answer> {
    this.requireSupervisor(connection);
    const chat = this.requireReadable(handoff, connection);
    if (!connection.watched.has(handoff)) {
      await this.parts.notes.recordAct(chat, connection.account, 'watched');
      connection.watched.add(handoff);
      this.parts.onWatched();
    }
    return { handoff };
  }

  private unwatch(handoff: string, connection: AgentConnection): Answer {
    if (connection.watched.delete(handoff)) this.parts.onWatched();
    return { handoff };
  }

  private async transfer(request: Request<'transfer'>, { account }: AgentConnection): Promise<Answer> {
    const { handoff: id, token, to, note } = request;
    const handoff = this.requireOwn(request, account.id);
    // Before the chat moves, so that whoever gets it finds the note there.
    if (note !== undefined) await this.parts.notes.add(handoff, account, 'transfer', note);
    await this.parts.chats.transfer({ handoff: id, token }, to);
    return { handoff: id };
  }

  private async end(request: Request<'end'>, { account }: AgentConnection): Promise<Answer> {
    const { handoff: id, token, disposition, note } = request;
    const handoff = this.requireOwn(request, account.id);
    await this.parts.chats.end({ handoff: id, token }, disposition);
    await this.parts.notes.recordEnd(handoff, account, disposition, note);
    return { handoff: id };
  }

  /** As known here; whoever is overtaken is refused by the floor itself. */
  private requireOwn({ handoff: id, token }: { handoff: string; token: string }, agent: string): Handoff {
    const handoff = findHandoff(this.parts.floor.getFloor(), id);
    if (handoff?.lease?.agent === agent && handoff.lease.token === token) return handoff;
    throw new RedeyeError('desk.lease-lost', id);
  }

  private requireReadable(id: string, { account }: AgentConnection): Handoff {
    const handoff = findHandoff(this.parts.floor.getFloor(), id);
    if (!handoff) throw new RedeyeError('desk.unknown', id);
    if (!mayRead(handoff, account)) throw new RedeyeError('desk.forbidden', id);
    return handoff;
  }

  private requireSupervisor({ account }: AgentConnection): void {
    if (account.role !== 'supervisor') throw new RedeyeError('desk.forbidden', account.id);
  }
}

function describeLease({ id, lease }: { id: string; lease: { token: string } }): Answer {
  return { handoff: id, token: lease.token };
}
