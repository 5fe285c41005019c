import { describe, expect, it } from '@jest/globals';
import { describeCaseFile, markGoneFiles } from '../../../../bot/channels/desk/files.js';
import type { Entry } from '../../../../bot/channels/desk/wire.js';

const uploads = { isKept: (id: string) => Promise.resolve(id === 'kept.png') };

function createEntry(attachments: Entry['attachments']): Entry {
  return { position: 1, id: 'a', at: '', from: 'passenger', text: 'my bag', attachments, buttons: [] };
}

describe('a passenger’s file on the agents’ page', () => {
  it('is marked in the talk when it is no longer kept', async () => {
    const kept = { name: 'bag', contentType: 'image/png', url: '/desk/api/uploads/kept.png' };
    const gone = { ...kept, url: '/desk/api/uploads/deleted.png' };
    const elsewhere = { ...kept, url: 'https://files.example/deleted.png' };
    const entries = await markGoneFiles([createEntry([kept, gone, elsewhere]), createEntry([])], uploads);
    expect(entries.map(({ attachments }) => attachments)).toEqual([
      [kept, { ...gone, gone: true }, elsewhere],
      [],
    ]);
  });

  it('is shown with its case, by its name, and marked there too', async () => {
    const file = { id: 'kept.png', name: 'bag.png', contentType: 'image/png' };
    expect(await describeCaseFile(file, uploads)).toEqual({
      name: 'bag.png',
      contentType: 'image/png',
      url: '/desk/api/uploads/kept.png',
    });
    expect(await describeCaseFile({ id: 'deleted.pdf' }, uploads)).toEqual({
      name: 'deleted.pdf',
      contentType: '',
      url: '/desk/api/uploads/deleted.pdf',
      gone: true,
    });
  });
});
