import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MemoryStorage } from 'botbuilder';
import { LowdbStorage } from '../../../../bot/storage/lowdb/lowdbStorage.js';
import { describeStorage } from '../../../contracts/storage.js';
import { createDataDirectory } from './dataDirectory.js';

describeStorage('lowdb', async () => {
  const place = await createDataDirectory();
  return {
    storage: new LowdbStorage(place, randomUUID),
    reopen: () => Promise.resolve(new LowdbStorage(place, randomUUID)),
    conflictCode: 'storage.conflict',
    dispose: () => place.remove(),
  };
});

// Holds the contract itself against the storage it is taken from.
describeStorage("botbuilder's own", () =>
  Promise.resolve({
    storage: new MemoryStorage(),
    dispose: () => Promise.resolve(),
  }),
);

describe('several keys written at once', () => {
  it('are none of them written when one conflicts', async () => {
    const place = await createDataDirectory();
    const storage = new LowdbStorage(place, randomUUID);
    await storage.write({ b: { n: 1 } });
    await expect(storage.write({ a: { n: 2 }, b: { n: 2, eTag: 'stale' } })).rejects.toThrow('conflict');
    expect(await storage.read(['a', 'b'])).toMatchObject({ b: { n: 1 } });
    expect(await storage.read(['a'])).toEqual({});
    await place.remove();
  });
});

describe('a key JavaScript takes for something else', () => {
  it('is a key like any other', async () => {
    const place = await createDataDirectory();
    const storage = new LowdbStorage(place, randomUUID);
    await storage.write(Object.fromEntries([['__proto__', { n: 1 }]]));
    expect(Object.entries(await storage.read(['__proto__']))).toMatchObject([['__proto__', { n: 1 }]]);
    await place.remove();
  });
});
