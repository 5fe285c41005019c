import type { Storage } from 'botbuilder';
import { join } from 'node:path';
import type { Server } from 'restify';
import type { Desk } from '../../../dialogs/desk.js';
import { createForms } from '../../../dialogs/forms.js';
import type { CaseDesk } from '../../../services/cases/caseDesk.js';
import { CannedReplies } from '../../../services/desk/cannedReplies.js';
import type { EventLog } from '../../../services/eventLog.js';
import type { Staff } from '../../desk/openStaff.js';
import { listStartingCanned } from '../../desk/startingCanned.js';
import type { UpgradeRouter } from '../../http/upgrades.js';
import type { SendUpload } from '../../uploads/sendUpload.js';
import type { UploadStore } from '../../uploads/uploadStore.js';
import { Packing } from '../web/packing.js';
import { AgentDesk, type AgentDeskParts } from './agentDesk.js';
import { AgentStreams } from './agentStreams.js';
import { registerCannedRoutes } from './cannedRoutes.js';
import { registerCaseRoutes } from './caseRoutes.js';
import { registerChatRoutes } from './chatRoutes.js';
import type { DeskChannelConfig } from './config.js';
import { registerDeskPage } from './deskPage.js';
import { registerNewCaseRoutes } from './newCase/newCaseRoutes.js';
import { readOpenForm, readOpenSlots } from './openForm.js';
import { registerSessionRoutes } from './sessionRoutes.js';
import { Gatekeeper } from './signIn/gatekeeper.js';
import { SignInLimits } from './signIn/signInLimits.js';
import { createTopicWords } from './topicWords.js';

export interface AgentChannelParts extends Omit<AgentDeskParts, 'describeTopic' | 'limits' | 'translate'> {
  readonly config: DeskChannelConfig;
  readonly dataDir: string;
  readonly desk: Desk;
  readonly cases: CaseDesk;
  readonly eventLog: EventLog;
  readonly storage: Storage;
  readonly staff: Staff;
  readonly uploads: Pick<UploadStore, 'isKept'>;
  readonly sendUpload: SendUpload;
  readonly upgrades: UpgradeRouter;
}

export interface AgentChannel {
  readonly agents: AgentDesk;
  /** Closes the pages' streams; the routes go with the server. */
  closeStreams(): void;
}

/** Adds the agents' page, its API and its stream to a server. */
export function registerAgentDesk(server: Server, parts: AgentChannelParts): AgentChannel {
  const { config, desk, staff, open, clock, log, storage, cases } = parts;
  const { translate, answers } = desk;
  const describeTopic = createTopicWords(desk);
  const limits = { graceMs: config.graceSeconds * 1000, silenceMs: config.silenceSeconds * 1000 };
  const agents = new AgentDesk({ ...parts, translate, describeTopic, limits });
  const gatekeeper = new Gatekeeper(staff.sessions, staff.accounts, config);
  const streams = new AgentStreams({
    gatekeeper,
    connections: agents.connections,
    carryOut: (request, connection) => agents.commands.carryOut(request, connection),
    onOpen: (connection) => agents.openPage(connection),
    onClose: (connection, isLast) => agents.closePage(connection, isLast),
    log,
  });
  parts.upgrades.add((req, socket, head) => streams.handleUpgrade(req, socket, head));

  const readFacts = answers.readFacts.bind(answers);
  registerDeskPage(server, {
    packing: new Packing(join(parts.dataDir, 'cache')),
    translate,
    readFacts,
    log,
  });
  registerSessionRoutes(server, {
    ...staff,
    config,
    gatekeeper,
    limits: new SignInLimits(),
    floor: open.floor,
    onSignOut: (account, session) => agents.signOut(account, session),
    onPassword: (account, session) => agents.connections.signOutOthers(account, session),
  });
  const openForms = { storage, forms: createForms(desk), translate };
  registerChatRoutes(server, {
    gatekeeper,
    desk,
    cases,
    clock,
    describeTopic,
    floor: open.floor,
    notes: agents.notes,
    uploads: parts.uploads,
    sendUpload: parts.sendUpload,
    conversationLog: parts.conversationLog,
    describeHead: (handoff) => agents.describeHead(handoff),
    readOpenForm: (handoff, language) => readOpenForm(handoff, language, openForms),
  });
  registerNewCaseRoutes(server, {
    gatekeeper,
    desk,
    cases,
    describeTopic,
    floor: open.floor,
    uploads: parts.uploads,
    conversationLog: parts.conversationLog,
    readOpenSlots: (handoff) => readOpenSlots(handoff, openForms),
  });
  const startingSet = listStartingCanned(translate, readFacts);
  registerCannedRoutes(server, {
    gatekeeper,
    canned: new CannedReplies({ eventLog: parts.eventLog, clock, startingSet }),
  });
  registerCaseRoutes(server, { cases, clock, gatekeeper, uploads: parts.uploads });
  return { agents, closeStreams: () => streams.closeAll() };
}
