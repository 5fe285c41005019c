import type { ConversationData } from './conversationData.js';
import type { Reply } from './reply.js';

/** What a turn comes to: what is said, and what is remembered of it. */
export interface Outcome {
  readonly replies: readonly Reply[];
  readonly remember?: Partial<Pick<ConversationData, 'lastRoute' | 'lastAnswer' | 'notUnderstood'>>;
}
