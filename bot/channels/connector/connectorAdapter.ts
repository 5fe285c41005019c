import {
  CloudAdapter,
  type Activity,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { getConversationKey } from '../../conversationKey.js';
import type { TurnRunner } from '../../turnRunner.js';
import type { ConnectorAuthentication } from './authentication.js';

/** The SDK's adapter for Azure Bot Service, with the turns of one conversation one after the other. */
export class ConnectorAdapter extends CloudAdapter {
  constructor(
    authentication: ConnectorAuthentication,
    private readonly turnRunner: Pick<TurnRunner, 'run'>,
    /** Puts in what only a message that leaves may hold: the addresses of pages. */
    private readonly address: (activity: Partial<Activity>) => Promise<Partial<Activity>> = (activity) =>
      Promise.resolve(activity),
  ) {
    super(authentication);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return super.sendActivities(context, await Promise.all(activities.map(this.address)));
  }

  /**
   * Checks who sends, waits for the conversation's turn and runs it. Rejects with an `AuthenticationError` (it has a
   * `statusCode`) for a sender that may not; a turn that fails is the error handler's, unless there is none.
   */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    // Before the wait, so that a stranger cannot hold a conversation up.
    const sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    return this.turnRunner.run(getConversationKey(activity), () =>
      this.processActivity(sender, activity, logic),
    );
  }
}
