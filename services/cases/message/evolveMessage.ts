import type { Message, MessageEvent } from './message.js';

/** The message after an event; the first event makes it. */
export function evolveMessage(message: Message | undefined, event: MessageEvent): Message | undefined {
  if (event.type === 'message-left') {
    const { details, answerBy } = event.data;
    return {
      details,
      filedAt: event.time,
      status: 'left',
      answerBy,
      overdue: false,
      additions: [],
      replies: [],
    };
  }
  if (!message) return undefined;
  const { time, actor: by } = event;
  switch (event.type) {
    case 'information-added': {
      const { addition, answerBy } = event.data;
      const added = { ...message, additions: [...message.additions, { ...addition, time, by }] };
      return answerBy === undefined ? added : { ...added, status: 'left', answerBy, overdue: false };
    }
    case 'replied':
      return {
        ...message,
        status: 'answered',
        overdue: false,
        replies: [...message.replies, { text: event.data.text, time, by }],
      };
    case 'overdue':
      return { ...message, overdue: true };
    case 'closed':
      return { ...message, status: 'closed' };
  }
}
