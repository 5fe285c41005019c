import type { Translate } from '../locales/index.js';
import { LANGUAGES } from '../locales/language.js';
import type { Turn } from './turn.js';

/** The button that files, pressed twice: the form is over, and its outcome is what is asked for. */
export function isSecondClick({ text, data }: Pick<Turn, 'text' | 'data'>, translate: Translate): boolean {
  const words = text.trim();
  const route = data.lastReplies?.at(-1)?.trace.route;
  return (
    route !== undefined &&
    route === data.lastRoute &&
    (route.startsWith('dialog:') || route === 'handoff') &&
    LANGUAGES.some((language) => translate(language, 'form:buttons.file') === words)
  );
}
