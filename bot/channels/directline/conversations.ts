import type { Activity, Attachment } from 'botbuilder';
import { buildArrival, buildIncoming, buildNotice } from './incoming.js';
import type { DirectLineParts } from './parts.js';
import type { RateLimits } from './rateLimits.js';
import type { IncomingActivity } from './schema.js';
import type { TokenClaims } from './tokens.js';
import type { Streams } from './streams.js';

/** What can happen in a conversation: it starts, is taken up again, and somebody says something. */
export class Conversations {
  constructor(
    private readonly parts: DirectLineParts,
    private readonly limits: RateLimits,
    private readonly streams: Streams,
  ) {}

  exists(conversationId: string): Promise<boolean> {
    return this.parts.conversationLog.exists(conversationId);
  }

  /** Names for a conversation that starts with its first use. A user id is taken from trusted callers only. */
  createClaims(userId?: string): TokenClaims {
    return { conv: this.parts.createId(), user: userId ?? `dl_${this.parts.createId()}` };
  }

  /** Starts the conversation unless it has started, and returns whether it did. The bot's welcome follows. */
  async start(claims: TokenClaims, locale?: string): Promise<boolean> {
    if (await this.exists(claims.conv)) {
      this.resume(claims);
      return false;
    }
    await this.parts.conversationLog.recordIncoming(claims.conv, buildArrival(claims, this.parts, locale));
    this.resume(claims);
    return true;
  }

  /** Runs in the background what has been waiting for an answer since a process died. */
  resume(claims: TokenClaims): void {
    void this.parts.turnRunner.runUnanswered(claims.conv, this.parts.runActivity);
  }

  /**
   * Records what a passenger sent, lets the bot answer in the background and returns the activity's id: for a resent
   * one the id of the first, which is answered once.
   */
  async receive(
    sent: IncomingActivity,
    claims: TokenClaims,
    attachments: Attachment[] = [],
  ): Promise<string> {
    const activity = buildIncoming(sent, claims, this.parts, attachments);
    const verdict = await this.limits.countMessage(claims.conv);
    if (verdict !== 'within') {
      if (verdict === 'over-first') await this.explain('channels:rateLimited', activity, claims);
      // Seen by the sender, so that the chat does not call it undelivered, yet kept nowhere: a flood fills no disk.
      this.streams.announce(claims.conv, activity);
      return activity.id;
    }
    const received = await this.parts.conversationLog.recordIncoming(claims.conv, activity);
    if (!received.answered) this.resume(claims);
    return received.activity.id;
  }

  /** Says why files are not kept; the words that came with them are shown to the sender and kept nowhere. */
  async refuseFiles(sent: IncomingActivity, claims: TokenClaims): Promise<string> {
    const activity = buildIncoming(sent, claims, this.parts, []);
    await this.explain('channels:tooManyFiles', activity, claims);
    this.streams.announce(claims.conv, activity);
    return activity.id;
  }

  private async explain(
    key: 'channels:rateLimited' | 'channels:tooManyFiles',
    activity: Partial<Activity>,
    claims: TokenClaims,
  ): Promise<void> {
    const hint = { conversationId: claims.conv, text: activity.text, locale: activity.locale };
    const language = await this.parts.chooseLanguage(hint);
    const text = this.parts.translate(language, key);
    await this.parts.conversationLog.recordOutgoing(claims.conv, [
      { ...buildNotice(claims, this.parts, text), locale: language },
    ]);
  }
}
