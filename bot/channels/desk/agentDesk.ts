import type { Logger } from 'pino';
import { composeHandoffNotice } from '../../../dialogs/handoff/composeHandoffNotice.js';
import type { Translate } from '../../../locales/index.js';
import type { Clock } from '../../../services/clock.js';
import type { AttentionLimits } from '../../../services/desk/attention.js';
import type { FloorNotice } from '../../../services/desk/floor.js';
import type { FloorChange } from '../../../services/desk/floorJournal.js';
import { findHandoff, findOpen } from '../../../services/desk/floorQueue.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import { RedeyeError } from '../../../services/errors.js';
import type { ConversationLog, LoggedActivity } from '../../conversationLog.js';
import { AgentSpeech } from '../../desk/agentSpeech.js';
import { ChatCommands } from '../../desk/chatCommands.js';
import { ChatFollower } from '../../desk/chatFollower.js';
import { FloorWatch } from '../../desk/floorWatch.js';
import { NoticeTeller } from '../../desk/noticeTeller.js';
import { FLOOR_RULES, type OpenFloor } from '../../desk/openFloor.js';
import type { ProactiveSender } from '../../proactive.js';
import type { TurnRunner } from '../../turnRunner.js';
import type { AgentConnection } from './agentConnection.js';
import { Connections } from './connections.js';
import { describeEntry } from './entries.js';
import { FloorFeed } from './floorFeed.js';
import { describeChat, selectView, shareView, type SharedView } from './floorView.js';
import { NoteBoard } from './noteBoard.js';
import { PageCommands } from './pageCommands.js';
import type { ChatHead, PageWords } from './wire.js';

export interface AgentDeskParts {
  readonly open: OpenFloor;
  readonly conversationLog: ConversationLog;
  readonly turnRunner: TurnRunner;
  readonly sender: ProactiveSender;
  readonly translate: Translate;
  readonly describeTopic: (topic: string) => PageWords;
  readonly clock: Clock;
  readonly limits: AttentionLimits;
  readonly log: Logger;
}

/** What happens at the desk of this process: pages come and go, hear of everything, and ask for things. */
export class AgentDesk {
  readonly connections = new Connections();
  readonly notes: NoteBoard;
  readonly commands: PageCommands;
  private readonly watch: FloorWatch;
  private readonly teller: NoticeTeller;
  private readonly follower: ChatFollower;
  private readonly feed: FloorFeed;
  private readonly stopHearing: () => void;

  constructor(private readonly parts: AgentDeskParts) {
    const { open, conversationLog, turnRunner, clock, limits, log, sender, translate } = parts;
    const { floor, host } = open;
    const chats = new ChatCommands(floor, turnRunner);
    this.notes = new NoteBoard(open.notes, this.connections);
    this.watch = new FloorWatch({
      floor,
      host,
      clock,
      limits,
      log,
      carryOut: (command) => chats.carryOut(command),
    });
    this.teller = new NoticeTeller({
      listUntold: () => floor.getFloor().untold,
      tell: (notice) => this.tell(notice),
      noteTold: (notice) => floor.noteTold(notice),
      log,
    });
    this.follower = new ChatFollower({
      conversationLog,
      isMine: ({ lease }) => floor.getFloor().agents[lease.agent]?.host === host,
      onSaid: (handoff, logged) => this.show(handoff, logged),
    });
    this.feed = new FloorFeed({ connections: this.connections, shareView: () => this.share() });
    const speech = new AgentSpeech({
      sender,
      conversationLog,
      checkLease: async (handoff, token, agent) => {
        const { lease } = await floor.checkLease(handoff, token);
        if (lease.agent !== agent) throw new RedeyeError('desk.lease-lost', handoff);
      },
      offerToEnd: (language) => ({
        words: translate(language, 'handoff:buttons.end'),
        lead: 'handoff:leave',
      }),
    });
    this.commands = new PageCommands({
      floor,
      chats,
      speech,
      teller: this.teller,
      watch: this.watch,
      notes: this.notes,
      onRead: (agent) => this.feed.noteCount(agent),
      onWatched: () => this.updateWatched(),
    });
    this.stopHearing = floor.onChange((change) => this.follow(change));
  }

  /** Takes up what the last process left: who is to be told, and whose agent did not come back. */
  async start(): Promise<void> {
    const { open } = this.parts;
    this.follower.update(await open.floor.readFloor());
    open.deskHost.start();
    this.watch.start();
    this.teller.look();
  }

  /** Nothing is said or given back any more of the desk's own accord. */
  async stop(): Promise<void> {
    this.parts.open.deskHost.stop();
    await this.watch.stop();
    await this.teller.stop();
  }

  /** Lets go of everything; pages are closed by now. */
  close(): void {
    this.stopHearing();
    this.follower.stop();
    this.feed.stop();
    this.parts.open.close();
  }

  async openPage(connection: AgentConnection): Promise<void> {
    this.watch.noteConnected(connection.account.id);
    await this.parts.open.deskHost.arrive(connection.account);
    connection.send({ type: 'floor', floor: selectView(this.share(), connection.account) });
  }

  closePage(connection: AgentConnection, isLast: boolean): void {
    if (isLast) this.watch.noteDisconnected(connection.account.id);
    if (connection.watched.size > 0) this.updateWatched();
  }

  /** Closes the pages of a session, or of all; without any left the agent goes off duty. */
  async signOut(account: string, session?: string): Promise<void> {
    this.connections.signOut(account, session);
    if (this.connections.count(account) > 0) return;
    this.watch.noteDisconnected(account);
    await this.parts.open.floor.act({ type: 'depart', agent: account, reason: 'signed-out' });
  }

  /** The passenger of a conversation is writing. */
  showTyping(conversation: string): void {
    const handoff = findOpen(this.parts.open.floor.getFloor(), conversation);
    if (!handoff) return;
    this.connections.sendAbout(handoff.id, handoff.lease?.agent, {
      type: 'passenger-typing',
      handoff: handoff.id,
    });
  }

  describeHead(handoff: Handoff): ChatHead {
    const { open, describeTopic } = this.parts;
    const getUnread = (id: string) => this.watch.getUnread(id);
    return describeChat(handoff, { floor: open.floor.getFloor(), describeTopic, getUnread });
  }

  private share(): SharedView {
    const { open, clock, limits, describeTopic } = this.parts;
    return shareView({
      floor: open.floor.getFloor(),
      now: clock.now(),
      rules: FLOOR_RULES,
      silenceLimitSeconds: limits.silenceMs / 1000,
      describeTopic,
      getUnread: (handoff) => this.watch.getUnread(handoff),
    });
  }

  private follow({ floor, events }: FloorChange): void {
    this.follower.update(floor);
    this.feed.noteChange();
    this.teller.look();
    for (const event of events) {
      if (event.type === 'agent-departed') this.bringBack(event.data.agent);
    }
  }

  /** Another process thought them gone, and their page is open here. */
  private bringBack(agent: string): void {
    const [connection] = this.connections.list(agent);
    if (!connection) return;
    this.parts.open.deskHost.arrive(connection.account).catch((error: unknown) => {
      this.parts.log.error({ err: error, agent }, 'an agent could not come back on duty');
    });
  }

  private show({ id }: Handoff, logged: LoggedActivity): void {
    const entry = describeEntry(logged);
    if (!entry) return;
    this.watch.noteSaid(id, logged);
    const holder = findHandoff(this.parts.open.floor.getFloor(), id)?.lease?.agent;
    this.connections.sendAbout(id, holder, { type: 'said', handoff: id, entry });
    if (holder !== undefined) this.feed.noteCount(holder);
  }

  private updateWatched(): void {
    const watched = this.connections.list().flatMap((connection) => [...connection.watched]);
    this.follower.watch(new Set(watched), this.parts.open.floor.getFloor());
  }

  private async tell(notice: FloorNotice): Promise<void> {
    const { open, sender, translate } = this.parts;
    const { conversation, reference } = notice.handoff;
    const standing = await open.floor.findStanding(conversation);
    await sender.sendNotice(
      reference,
      (language) => composeHandoffNotice(notice, standing, language, translate),
      notice.id,
    );
  }
}
