import type { Desk } from '../../../../dialogs/desk.js';
import { findWholeName } from '../../../../dialogs/form/fields/findSpokenName.js';
import type { FormLexicon } from '../../../../dialogs/form/lexicon.js';
import type { Slots } from '../../../../dialogs/form/definition.js';
import { matchLanguage } from '../../../../locales/language.js';
import type { TalkedHandoff } from '../../../../services/desk/floor.js';
import { findSkill } from '../../../../services/desk/topicSkills.js';
import type { Entry } from '../wire.js';
import type { CaseDraft, NewCaseField, NewCaseKind } from './wire.js';
import { listFiles } from './listFiles.js';
import type { Fields } from './readFields.js';

export interface DraftParts {
  readonly desk: Pick<Desk, 'understanding' | 'timeZone'>;
  readonly lexicon: FormLexicon;
}

/** What the form that is open in the conversation calls otherwise. */
const SLOT_FIELDS: Readonly<Record<string, NewCaseField>> = {
  ...{ type: 'type', flight: 'flight', date: 'date', station: 'station', received: 'receivedDay' },
  ...{ name: 'name', tag: 'tags', looks: 'looks', colour: 'colour', bagType: 'bagType', address: 'address' },
  ...{ damage: 'contents', missing: 'contents', contents: 'contents', category: 'category', wish: 'wish' },
  ...{ story: 'text', text: 'text', booking: 'booking', phone: 'phone', email: 'email' },
};
const KIND_OF_SKILL: Readonly<Record<string, NewCaseKind>> = { baggage: 'claim', complaints: 'complaint' };
const MOST_MESSAGES = 20;
const LONGEST_TEXT = 4000;

/** A case as far as the talk tells it: what the open form collected, else what the passenger said last of each. */
export function draftCase(
  handoff: TalkedHandoff,
  entries: readonly Entry[],
  slots: Slots,
  parts: DraftParts,
): CaseDraft {
  const said = entries.filter(({ from, text }) => from === 'passenger' && text !== '').slice(-MOST_MESSAGES);
  const skill = handoff.skill ?? findSkill(handoff.topic);
  const urgent = handoff.priority === 'emergency' ? { urgent: 'true' } : {};
  return {
    kind: KIND_OF_SKILL[skill ?? ''] ?? 'message',
    known: { ...urgent, ...readSaid(said, handoff, parts), ...readSlots(slots) },
    files: listFiles(entries).length,
  };
}

function readSaid(said: readonly Entry[], handoff: TalkedHandoff, { desk, lexicon }: DraftParts): Fields {
  const language = matchLanguage(handoff.language) ?? 'en';
  const known: Partial<Record<NewCaseField, string>> = {};
  const story: string[] = [];
  for (const { text, at } of said) {
    // Days in words ("yesterday") are those of when it was said.
    const context = { language, now: new Date(at), timeZone: desk.timeZone };
    const { route, entities } = desk.understanding.route(text, context);
    const { flights = [], dates = [], places = [], bagTags = [] } = entities;
    const to = places.find(({ role, kind }) => role === 'destination' && kind === 'airport');
    const found = {
      flight: flights.at(-1)?.flight,
      date: dates.at(-1)?.dates[0],
      station: to?.code,
      tags: bagTags.at(-1)?.code,
      name: findWholeName(text, lexicon),
    };
    Object.assign(known, dropUnknown(found));
    if (route !== 'handoff' && route !== 'language' && !route.startsWith('smalltalk:')) story.push(text);
  }
  const text = story.join('\n').slice(-LONGEST_TEXT);
  return { ...known, ...(text && { text }) };
}

function readSlots(slots: Slots): Fields {
  const { contact, trip, ...plain } = slots;
  const all = { ...plain, ...asRecord(contact), ...asRecord(trip) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => {
      const field = Object.hasOwn(SLOT_FIELDS, name) ? SLOT_FIELDS[name] : undefined;
      return field !== undefined && typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

function asRecord(value: Slots[string]): Slots {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function dropUnknown(found: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
