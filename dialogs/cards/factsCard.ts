import type { Language } from '../../locales/language.js';

/** One thing and what is known of it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a card says; written out in lines, it is the same in plain text. */
export interface Facts {
  readonly title: string;
  /** What matters most, in a few words. */
  readonly headline: string;
  readonly mood: 'good' | 'warning' | 'attention' | 'default';
  /** What to know before reading on. */
  readonly notes: readonly string[];
  readonly sections: readonly { readonly heading?: string; readonly facts: readonly Fact[] }[];
  /** Where all this is from. */
  readonly footnotes: readonly string[];
}

/** A card beside a message, for channels that show it; it holds nothing the text does not. */
export interface Card {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: Readonly<Record<string, unknown>>;
  /** What is spoken. */
  readonly summary: string;
  /** What stands above the card in place of the text: nothing that the card says again. */
  readonly caption: string;
}

/** An Adaptive Card of one column, so that it fits a phone, under a few words that announce it. */
export function renderFactsCard(facts: Facts, caption: string, language: Language): Card {
  const { title, headline, mood, notes, sections, footnotes } = facts;
  const body = [
    { ...block(title), weight: 'bolder', size: 'medium', style: 'heading' },
    { ...block(headline), weight: 'bolder', color: mood, spacing: 'none' },
    ...notes.map(block),
    ...sections.flatMap(({ heading, facts: listed }) => [
      ...(heading === undefined ? [] : [{ ...block(heading), weight: 'bolder', separator: true }]),
      { type: 'FactSet', facts: listed.map(({ label, value }) => ({ title: label, value })) },
    ]),
    ...footnotes.map((note) => ({ ...block(note), isSubtle: true, size: 'small' })),
  ];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.3',
    lang: language,
    fallbackText: `${title}. ${headline}`,
    body,
  };
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
    summary: `${title}\n\n**${headline}**`,
    caption,
  };
}

function block(text: string) {
  return { type: 'TextBlock', text, wrap: true };
}
