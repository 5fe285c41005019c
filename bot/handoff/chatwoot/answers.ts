import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);

/** Of `POST contacts`. */
export const contactSchema = z
  .object({ payload: z.object({ contact: z.object({ id }) }) })
  .transform(({ payload }) => payload.contact);

/** Of `GET contacts/search`. */
export const contactsSchema = z
  .object({ payload: z.array(z.object({ id, identifier: z.string().nullish() })) })
  .transform(({ payload }) => payload);

/** Of `POST conversations`, and each one of a list. */
export const conversationSchema = z.object({
  id,
  additional_attributes: z.record(z.string(), z.unknown()).nullish(),
});

/** Of `GET contacts/{id}/conversations`. */
export const conversationsSchema = z
  .object({ payload: z.array(conversationSchema) })
  .transform(({ payload }) => payload);

/** Of `POST messages`, and each one of a list. */
export const messageSchema = z.object({ id, source_id: z.string().nullish() });

/** Of `GET messages`: the newest ones. */
export const messagesSchema = z
  .object({ payload: z.array(messageSchema) })
  .transform(({ payload }) => payload);

/** Of `GET conversations/meta`. */
export const countsSchema = z
  .object({ meta: z.object({ unassigned_count: z.number() }) })
  .transform(({ meta }) => meta.unassigned_count);

/** Of `GET inbox_members/{inbox}`. */
export const membersSchema = z
  .object({ payload: z.array(z.object({ availability_status: z.string().nullish() })) })
  .transform(({ payload }) => payload.map((member) => member.availability_status ?? 'offline'));

/** Of calls whose answer tells nothing we need. */
export const anythingSchema = z.unknown();
