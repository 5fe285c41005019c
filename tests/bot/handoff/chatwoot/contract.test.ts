import { describeHandoffs } from '../../../contracts/handoffs.js';
import { ChatwootHarness } from './chatwootHarness.js';
import { AGENTS } from './chatwootStandIn.js';

describeHandoffs('Chatwoot', async () => {
  const harness = await new ChatwootHarness().start();
  const find = (conversation: string): number =>
    harness.standIn.conversations.findLast(
      ({ additional_attributes: own }) => own['redeye_conversation'] === conversation,
    )!.id;
  return {
    // One turn of a conversation at a time, as in the service.
    handoffs: harness.inTurns(),
    take: (conversation) => harness.report(harness.standIn.assign(AGENTS.li, find(conversation))),
    end: (conversation) => harness.report(harness.standIn.resolve(find(conversation))),
    reopen: () => {
      harness.restart();
      return Promise.resolve(harness.inTurns());
    },
    dispose: () => harness.stop(),
  };
});
