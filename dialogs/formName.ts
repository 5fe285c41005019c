import type { DialogName, Route } from '../faq/understanding/route.js';

/** The dialogs that fill in a form: those there is a route to, and what is left for the staff instead of waiting. */
export type FormName = DialogName | 'leave-message';

/** The route that a form's replies are counted under. */
export function getFormRoute(name: FormName): Route {
  return name === 'leave-message' ? 'handoff' : `dialog:${name}`;
}
