import { Store } from './store.js';

/** What the agent prefers, in this browser. */
export interface Settings {
  readonly muted: boolean;
  readonly singleKeys: boolean;
  readonly details: boolean;
}

const KEY = 'redeye.desk.settings';
const DEFAULTS: Settings = { muted: false, singleKeys: true, details: true };

export const settings = new Store<Settings>(readSettings());

export function changeSettings(change: Partial<Settings>): void {
  settings.change((now) => ({ ...now, ...change }));
  try {
    localStorage.setItem(KEY, JSON.stringify(settings.get()));
  } catch {
    // Kept as long as the page lives.
  }
}

function readSettings(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
  } catch {
    return DEFAULTS;
  }
}
