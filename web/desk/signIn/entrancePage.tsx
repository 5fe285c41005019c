import type { ReactNode } from 'react';
import { Brand } from '../shell/brand.js';
import { LanguageSwitch } from '../shell/languageSwitch.js';

export interface EntranceProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** A page with one card on it: what comes before the desk. */
export function EntrancePage({ title, text, children }: EntranceProps) {
  return (
    <div className="entrance">
      <header className="bar">
        <div className="bar__inner">
          <Brand />
          <LanguageSwitch />
        </div>
      </header>
      <main className="entrance__main">
        <section className="card">
          <h1 className="card__title">{title}</h1>
          <p className="card__text">{text}</p>
          {children}
        </section>
      </main>
    </div>
  );
}
