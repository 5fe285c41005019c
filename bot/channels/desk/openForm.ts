import type { Storage } from 'botbuilder';
import { z } from 'zod';
import type { Desk } from '../../../dialogs/desk.js';
import type { FormDefinition, Slots } from '../../../dialogs/form/definition.js';
import { listApplicable, readFormState } from '../../../dialogs/form/state.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import type { Forms } from '../../../dialogs/forms.js';
import type { Language } from '../../../locales/language.js';
import type { Handoff } from '../../../services/desk/handoff.js';
import type { ChatDetail, PageWords } from './wire.js';

const referenceSchema = z.looseObject({
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
});
const instance = <State extends z.ZodType>(state: State) => z.looseObject({ id: z.string(), state });
const stack = <Item extends z.ZodType>(item: Item) => z.looseObject({ dialogStack: z.array(item) });
/** As botbuilder keeps it: the main dialog, and in it the form. The innermost stands first. */
const stateSchema = z.looseObject({
  dialogs: stack(
    instance(z.looseObject({ dialogs: stack(instance(z.looseObject({ form: z.unknown() }))).optional() })),
  ),
});

export interface OpenFormParts {
  readonly storage: Pick<Storage, 'read'>;
  readonly forms: Forms;
  readonly translate: Desk['translate'];
}

type Reached = Pick<Handoff, 'reference'>;

/** What the form that is open in the passenger's conversation has collected; empty where none is. */
export async function readOpenForm(
  handoff: Reached,
  language: Language,
  parts: OpenFormParts,
): Promise<ChatDetail['slots']> {
  const open = await findOpenForm(handoff, parts);
  if (!open) return [];
  const speak = (each: Language) => createVoice(parts.translate, each);
  return listApplicable(open.definition, open.slots).flatMap((field) => {
    const value = open.slots[field.name];
    if (value === undefined) return [];
    const label: PageWords = {
      en: field.label(speak('en')),
      zh: field.label(speak('zh-Hans')),
      zhHant: field.label(speak('zh-Hant')),
    };
    return [{ label, value: field.show(value, speak(language)) }];
  });
}

/** The same as the form itself holds it. */
export async function readOpenSlots(handoff: Reached, parts: OpenFormParts): Promise<Slots> {
  return (await findOpenForm(handoff, parts))?.slots ?? {};
}

async function findOpenForm(
  { reference }: Reached,
  { storage, forms }: OpenFormParts,
): Promise<{ readonly definition: FormDefinition; readonly slots: Slots } | undefined> {
  const place = referenceSchema.safeParse(reference).data;
  if (!place) return undefined;
  const key = `${place.channelId}/conversations/${place.conversation.id}/`;
  const stored = stateSchema.safeParse((await storage.read([key]))[key]).data;
  const active = stored?.dialogs.dialogStack[0]?.state.dialogs?.dialogStack[0];
  const definition = Object.values(forms).find(({ name }) => name === active?.id);
  const state = readFormState(active?.state.form);
  return definition && state && { definition, slots: state.slots };
}
