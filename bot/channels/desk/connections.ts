import type { AgentConnection } from './agentConnection.js';
import type { ToPage } from './wire.js';

/** All open pages of agents, by whose they are. */
export class Connections {
  private readonly byAgent = new Map<string, Set<AgentConnection>>();

  add(connection: AgentConnection): void {
    const { id } = connection.account;
    this.byAgent.set(id, (this.byAgent.get(id) ?? new Set()).add(connection));
  }

  /** Returns whether the agent has no page left. */
  remove(connection: AgentConnection): boolean {
    const { id } = connection.account;
    const own = this.byAgent.get(id);
    own?.delete(connection);
    if (own?.size === 0) this.byAgent.delete(id);
    return !this.byAgent.has(id);
  }

  list(agent?: string): AgentConnection[] {
    if (agent !== undefined) return [...(this.byAgent.get(agent) ?? [])];
    return [...this.byAgent.values()].flatMap((own) => [...own]);
  }

  count(agent: string): number {
    return this.byAgent.get(agent)?.size ?? 0;
  }

  /** To the one who holds a chat, and to whoever watches it. */
  sendAbout(handoff: string, holder: string | undefined, message: ToPage): void {
    const text = JSON.stringify(message);
    for (const connection of this.list()) {
      if (connection.account.id === holder || connection.watched.has(handoff)) connection.sendText(text);
    }
  }

  /** Ends the pages of an account, or of one session of it. */
  signOut(account: string, session?: string): void {
    this.end(account, ({ hash }) => session === undefined || hash === session);
  }

  /** Ends the pages of all sessions of an account but one. */
  signOutOthers(account: string, session: string): void {
    this.end(account, ({ hash }) => hash !== session);
  }

  private end(account: string, isOver: (session: AgentConnection['session']) => boolean): void {
    for (const connection of this.list(account)) {
      if (!isOver(connection.session)) continue;
      this.remove(connection);
      connection.signOut();
    }
  }
}
