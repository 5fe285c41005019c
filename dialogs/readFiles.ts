import type { Activity } from 'botbuilder';
import type { FormFile } from './form/definition.js';

/** The files that came with a message; cards and other things without an address of their own are none. */
export function readFiles({ attachments = [] }: Partial<Activity>): FormFile[] {
  return attachments.flatMap(({ contentUrl, contentType, name }) =>
    contentUrl === undefined ? [] : [{ url: contentUrl, contentType, name: name ?? '' }],
  );
}
