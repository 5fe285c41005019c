import { z } from 'zod';

/** Photos as a form's state holds them. */
export const photosSchema = z.array(z.object({ url: z.string(), contentType: z.string(), name: z.string() }));

/** Photos as the airline's cases keep them: by the id the upload store gave. */
export function keepPhotos(photos: z.infer<typeof photosSchema> | undefined) {
  return photos?.map(({ url, contentType, name }) => ({
    id: url.replace(/^upload:/, ''),
    contentType,
    name,
  }));
}
