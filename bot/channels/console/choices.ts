import { ActionTypes, type Activity, type CardAction } from 'botbuilder';

/** Something a passenger can choose by its number. */
export interface Choice {
  readonly title: string;
  /** What choosing it says. */
  readonly says: Partial<Activity>;
}

/** The buttons of a message, its suggested actions first. Buttons that open a page are not among them. */
export function listChoices(activity: Partial<Activity>): Choice[] {
  return listActions(activity).flatMap((action) => {
    const says = describeSaying(action);
    return says ? [{ title: action.title || String(action.value), says }] : [];
  });
}

/** What typed words mean: a number picks, everything else is said as it is. */
export function readChoice(line: string, choices: readonly Choice[]): Partial<Activity> {
  const words = line.trim();
  const picked = /^\d{1,2}$/.test(words) ? choices[Number(words) - 1] : undefined;
  return picked?.says ?? { text: line };
}

function listActions(activity: Partial<Activity>): CardAction[] {
  const ofCards = (activity.attachments ?? []).flatMap(({ content }) => {
    const buttons = (content as { buttons?: CardAction[] } | undefined)?.buttons;
    return Array.isArray(buttons) ? buttons : [];
  });
  return [...(activity.suggestedActions?.actions ?? []), ...ofCards];
}

function describeSaying({ type, title, value, text }: CardAction): Partial<Activity> | undefined {
  const asText = typeof value === 'string' ? { text: value } : { value: value as unknown };
  if (type === ActionTypes.MessageBack)
    return { text: text ?? title, ...(value === undefined ? {} : asText) };
  if (type === ActionTypes.ImBack) return { text: String(value ?? title) };
  return type === ActionTypes.PostBack ? asText : undefined;
}
