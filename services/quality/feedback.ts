import type { Clock } from '../clock.js';
import type { EventLog } from '../eventLog.js';

/** A passenger's verdict on one answer. */
export interface Feedback {
  readonly conversationId: string;
  readonly route: string;
  /** The exact text that was judged. */
  readonly answerVersion: string;
  readonly language: string;
  readonly helpful: boolean;
}

/** Keeps verdicts for the editors and managers, one stream a UTC day (`feedback/YYYY-MM-DD`). */
export class FeedbackLog {
  constructor(
    private readonly eventLog: EventLog,
    private readonly clock: Clock,
  ) {}

  async record(feedback: Feedback): Promise<void> {
    const time = this.clock.now().toISOString();
    const { conversationId, route, answerVersion, language, helpful } = feedback;
    await this.eventLog.append(
      `feedback/${time.slice(0, 10)}`,
      [
        {
          type: 'answer-judged',
          time,
          actor: `passenger:${conversationId}`,
          data: { route, answerVersion, language, helpful },
        },
      ],
      'any',
    );
  }
}
