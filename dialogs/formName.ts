import type { DialogName, Route } from '../faq/understanding/route.js';

/**
 * The dialogs that fill in a form: those there is a route to, what is left for the staff instead of waiting, and
 * the cases that are looked up by their reference alone.
 */
export type FormName = DialogName | 'leave-message' | 'assistance-status' | 'message-status';

/** The route that a form's replies are counted under. */
export function getFormRoute(name: FormName): Route {
  if (name === 'leave-message' || name === 'message-status') return 'handoff';
  return name === 'assistance-status' ? 'dialog:special-assistance' : `dialog:${name}`;
}
