import { readAirlineFacts, type AirlineFacts } from './airlineFacts.js';
import { toTraditional } from '../locales/chineseScripts.js';
import type { Interpolate } from '../locales/index.js';
import { getWrittenLanguage, type Language } from '../locales/language.js';
import { computeAnswerVersion, getCanonicalQuestion, type Corpus } from './corpus.js';
import { selectPolicyLanguage, type PolicyNode } from './policy.js';
import type { Article, Lead } from './schema.js';
import type { DialogName } from './understanding/route.js';

export interface Offer {
  readonly topic: string;
  readonly question: string;
}

/** An article as one passenger reads it. */
export type Answer =
  | {
      readonly status: 'current';
      readonly topic: string;
      readonly question: string;
      /** Light Markdown, figures filled in. */
      readonly text: string;
      /** Names the exact text; changes with its words and with the figures in them. */
      readonly version: string;
      readonly related: readonly Offer[];
      readonly start?: DialogName;
    }
  | {
      readonly status: 'expired';
      readonly topic: string;
      readonly question: string;
      readonly expires: string;
    };

/** Reads the approved texts to a passenger: in their language, with the policy's figures, and never past their date. */
export class AnswerBook {
  private readonly policies = new WeakMap<PolicyNode, Partial<Record<Language, PolicyNode>>>();

  constructor(
    private readonly source: { readonly current: Corpus },
    private readonly interpolate: Interpolate,
  ) {}

  /** The answer on a day (`YYYY-MM-DD`, the airline's local day); undefined when there is no such topic. */
  findAnswer(topic: string, language: Language, today: string): Answer | undefined {
    const article = this.findArticle(topic);
    if (article === undefined) return undefined;
    const question = this.write(getCanonicalQuestion(article, language), language);
    if (today >= article.expires) return { status: 'expired', topic, question, expires: article.expires };
    return {
      status: 'current',
      topic,
      question,
      text: this.fill(article.answer, language),
      version: computeAnswerVersion(article, this.source.current.policy),
      related: this.listRelated(article, language, today),
      ...(article.start === undefined ? {} : { start: article.start.slice('dialog:'.length) as DialogName }),
    };
  }

  /** The question under which a topic is offered; undefined when there is no such topic. */
  findQuestion(topic: string, language: Language): string | undefined {
    const article = this.findArticle(topic);
    return article && this.write(getCanonicalQuestion(article, language), language);
  }

  /** What the desk says to small talk; undefined where the editors wrote nothing. */
  findSmalltalk(id: string, language: Language): string | undefined {
    const lead = this.source.current.leads.find(({ entry }) => entry.route === `smalltalk:${id}`)?.entry;
    return lead?.answer && this.fill(lead.answer, language);
  }

  /** The policy's values as this language reads them, for words that quote a figure, a phone number or a link. */
  readPolicy(language: Language): PolicyNode {
    const { policy } = this.source.current;
    const byLanguage = this.policies.get(policy) ?? {};
    this.policies.set(policy, byLanguage);
    const selected = byLanguage[language] ?? selectPolicyLanguage(policy, getWrittenLanguage(language));
    return (byLanguage[language] ??= language === 'zh-Hant' ? mapTexts(selected, toTraditional) : selected);
  }

  /** How the airline is called and reached, for words that say so. */
  readFacts(language: Language): AirlineFacts {
    return readAirlineFacts(this.readPolicy(language));
  }

  private findArticle(topic: string): Article | undefined {
    return this.source.current.articles.get(topic)?.entry;
  }

  private listRelated(article: Article, language: Language, today: string): Offer[] {
    return article.related.flatMap((topic) => {
      const related = this.findArticle(topic);
      if (related === undefined || today >= related.expires) return [];
      return [{ topic, question: this.write(getCanonicalQuestion(related, language), language) }];
    });
  }

  private fill(answer: Lead['answer'] & object, language: Language): string {
    const written = language === 'zh-Hant' ? answer['zh-Hant'] : answer[getWrittenLanguage(language)];
    return this.interpolate(
      language,
      (written ?? toTraditional(answer.zh)).trim(),
      this.readPolicy(language),
    );
  }

  private write(text: string, language: Language): string {
    return language === 'zh-Hant' ? toTraditional(text) : text;
  }
}

function mapTexts(node: PolicyNode, map: (text: string) => string): PolicyNode {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      typeof value === 'string' ? map(value) : typeof value === 'object' ? mapTexts(value, map) : value,
    ]),
  );
}
