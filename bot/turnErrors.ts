import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { AnswerBook } from '../faq/answerBook.js';
import type { Translate } from '../locales/index.js';
import { matchLanguage } from '../locales/language.js';
import { composeActivity } from '../dialogs/reply.js';
import { RedeyeError } from '../services/errors.js';
import { isContinuation } from './continuation.js';

export interface TurnErrorParts {
  readonly log: Logger;
  readonly translate: Translate;
  readonly answers: AnswerBook;
}

/** What a passenger reads when a turn failed: an apology with a way on, in their language. Nothing was saved. */
export function createTurnErrorHandler({ log, translate, answers }: TurnErrorParts) {
  return async (context: TurnContext, cause: Error): Promise<void> => {
    // Nobody waits for it: whoever had it said tries again.
    if (isContinuation(context.activity)) throw cause;
    const { conversation, id, channelId } = context.activity;
    const error = new RedeyeError('turn.failed', '', { cause });
    log.error({ err: error, conversationId: conversation?.id, activityId: id, channelId }, 'turn failed');
    const language = matchLanguage(context.activity.locale) ?? 'en';
    const text = translate(language, 'desk:turnFailed', { ...answers.readFacts(language) });
    await context.sendActivity(composeActivity({ text, trace: { route: 'none' } }, language));
  };
}
