import type { DialogName, Route } from '../faq/understanding/route.js';

/**
 * The dialogs that fill in a form: those there is a route to, what is left for the staff instead of waiting, and a
 * request for assistance looked up by its reference.
 */
export type FormName = DialogName | 'leave-message' | 'assistance-status';

/** The route that a form's replies are counted under. */
export function getFormRoute(name: FormName): Route {
  if (name === 'leave-message') return 'handoff';
  return name === 'assistance-status' ? 'dialog:special-assistance' : `dialog:${name}`;
}
