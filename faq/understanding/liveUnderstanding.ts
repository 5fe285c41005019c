import { hashExamples, type Example } from './example.js';
import type { RouterModel } from './model.js';
import type { RouteContext, Understanding, Understood } from './route.js';
import { createUnderstanding, type UnderstandingParts } from './router.js';
import type { OnProgress } from './train.js';

export interface LiveUnderstandingParts {
  /** Gives the model of these examples, learnt or taken from where it is kept; must not block the event loop. */
  readonly learnModel: (examples: readonly Example[], onProgress?: OnProgress) => Promise<RouterModel>;
  readonly extractEntities: UnderstandingParts['extractEntities'];
}

/** Understanding that can be taught while it is used: until the new model is learnt, the old one answers. */
export class LiveUnderstanding implements Understanding {
  private newest: string;

  private constructor(
    private readonly parts: LiveUnderstandingParts,
    private current: Understanding,
    examples: readonly Example[],
  ) {
    this.newest = hashExamples(examples);
  }

  static async learn(
    examples: readonly Example[],
    parts: LiveUnderstandingParts,
    onProgress?: OnProgress,
  ): Promise<LiveUnderstanding> {
    const model = await parts.learnModel(examples, onProgress);
    return new LiveUnderstanding(parts, createUnderstanding({ ...parts, model }), examples);
  }

  route(text: string, context: RouteContext): Understood {
    return this.current.route(text, context);
  }

  /** Returns whether there was anything new. Of several calls at once, the last one's examples are kept. */
  async relearn(examples: readonly Example[]): Promise<boolean> {
    const version = hashExamples(examples);
    if (version === this.newest) return false;
    this.newest = version;
    const model = await this.parts.learnModel(examples);
    if (this.newest === version) this.current = createUnderstanding({ ...this.parts, model });
    return true;
  }
}
