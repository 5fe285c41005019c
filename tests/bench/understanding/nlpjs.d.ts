/** NLP.js comes without types; only what the bench uses. */
declare module '@nlpjs/basic' {
  interface Answer {
    readonly intent: string;
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }
  interface Nlp {
    addLanguage(locale: string): void;
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(locale: string, text: string): Promise<Answer>;
  }
  export function dockStart(options: {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly use: readonly string[];
  }): Promise<{ get(name: 'nlp'): Nlp }>;
}
