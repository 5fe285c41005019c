import { expect, it } from '@jest/globals';
import { listFiles } from '../../../../bot/channels/desk/newCase/listFiles.js';
import type { Entry } from '../../../../bot/channels/desk/wire.js';

const UPLOADS = '/desk/api/uploads';

function send(from: Entry['from'], ...attachments: Entry['attachments'][number][]): Entry {
  return { position: 1, id: 'e', at: '2026-11-22T10:00:00Z', from, text: '', attachments, buttons: [] };
}

it('takes the passenger’s own files that are still there, each once', () => {
  const bag = { name: 'bag.png', contentType: 'image/png', url: `${UPLOADS}/bag-1.png` };
  const files = listFiles([
    send('passenger', bag, { ...bag, url: 'https://elsewhere.example/bag.png' }),
    send('passenger', bag, { ...bag, url: `${UPLOADS}/old.png`, gone: true }),
    send('agent', { ...bag, url: `${UPLOADS}/agent.png` }),
  ]);
  expect(files).toEqual([{ id: 'bag-1.png', name: 'bag.png', contentType: 'image/png' }]);
});
