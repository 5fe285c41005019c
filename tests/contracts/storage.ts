import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Storage, StoreItem } from 'botbuilder';
import fc from 'fast-check';

export interface StorageUnderTest {
  readonly storage: Storage;
  /** The same state through a new instance, as after a restart; absent where nothing survives one. */
  readonly reopen?: () => Promise<Storage>;
  /** The code of a conflict's error; absent for a storage that has none. */
  readonly conflictCode?: string;
  readonly dispose: () => Promise<void>;
}

const AWKWARD_KEYS = ['a', 'A', 'ä', '行李', '../up', 'a/b', 'nul', 'x'.repeat(500), '', ' .', '\ud800'];

/** What botbuilder expects of a storage, learnt from its own MemoryStorage. */
export function describeStorage(name: string, create: () => Promise<StorageUnderTest>): void {
  describe(`storage: ${name}`, () => {
    let subject: StorageUnderTest;
    let storage: Storage;

    beforeEach(async () => {
      subject = await create();
      storage = subject.storage;
    });
    afterEach(() => subject.dispose());

    async function readOne(key: string, from = storage): Promise<StoreItem | undefined> {
      const items: Record<string, StoreItem> = await from.read([key]);
      return Object.entries(items).find(([found]) => found === key)?.[1];
    }

    async function expectConflict(write: Promise<void>): Promise<void> {
      const error: unknown = await write.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject(
        subject.conflictCode ? { code: subject.conflictCode } : { message: /conflict/ },
      );
    }

    it('leaves out keys it does not know', async () => {
      await storage.write({ a: { n: 1 } });
      expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['a']);
      expect(await storage.read([])).toEqual({});
    });

    it('gives back what was written, with an eTag of each version', async () => {
      const item = { n: 1, deep: { list: [1, '行李', null] } };
      await storage.write({ a: item });
      const first = await readOne('a');
      expect(first).toEqual({ ...item, eTag: expect.any(String) as unknown });
      await storage.write({ a: { n: 2 } });
      const second = await readOne('a');
      expect(second?.eTag).not.toBe(first?.eTag);
      expect(second).not.toHaveProperty('deep');
    });

    it('is not changed by what callers do to their objects afterwards', async () => {
      const item = { n: { value: 1 } };
      await storage.write({ a: item });
      item.n.value = 2;
      const read = (await readOne('a')) as unknown as typeof item;
      expect(read.n.value).toBe(1);
      read.n.value = 3;
      expect(await readOne('a')).toMatchObject({ n: { value: 1 } });
    });

    it.each([
      ['no eTag', undefined, true],
      ['an empty eTag', '', true],
      ['a star', '*', true],
      ["another version's eTag", 'stale', false],
    ])('with %s', async (_name, eTag, isWritten) => {
      await storage.write({ a: { n: 1 } });
      const write = storage.write({ a: { n: 2, ...(eTag === undefined ? {} : { eTag }) } });
      if (isWritten) await write;
      else await expectConflict(write);
      expect(await readOne('a')).toMatchObject({ n: isWritten ? 2 : 1 });
    });

    it('writes with the eTag it gave, once', async () => {
      await storage.write({ a: { n: 1 } });
      const eTag = (await readOne('a'))?.eTag as string;
      await storage.write({ a: { n: 2, eTag } });
      await expectConflict(storage.write({ a: { n: 3, eTag } }));
      expect(await readOne('a')).toMatchObject({ n: 2 });
    });

    it('writes an unknown key whatever its eTag', async () => {
      await storage.write({ a: { n: 1, eTag: 'from another life' } });
      expect(await readOne('a')).toMatchObject({ n: 1 });
    });

    it('lets one of many win that read the same version', async () => {
      await storage.write({ a: { n: 0 } });
      const eTag = (await readOne('a'))?.eTag as string;
      const writes = Array.from({ length: 20 }, (_, n) => storage.write({ a: { n, eTag } }));
      const outcomes = await Promise.allSettled(writes);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('deletes, also what is not there', async () => {
      await storage.write({ a: { n: 1 }, b: { n: 2 } });
      await storage.delete(['a', 'unknown']);
      expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
      await storage.write({ a: { n: 3, eTag: 'stale' } });
      expect(await readOne('a')).toMatchObject({ n: 3 });
    });

    it('keeps keys apart whatever they look like', async () => {
      for (const key of AWKWARD_KEYS) await storage.write(Object.fromEntries([[key, { key }]]));
      for (const key of AWKWARD_KEYS) expect(await readOne(key)).toMatchObject({ key });
    });

    it('ends with one of the values written at the same time, whole', async () => {
      const arbitraryWrites = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), {
        minLength: 1,
        maxLength: 10,
      });
      await fc.assert(
        fc.asyncProperty(arbitraryWrites, async (writes) => {
          await Promise.all(
            writes.map((keys, n) =>
              storage.write(Object.fromEntries(keys.map((key) => [key, { n, copy: n }]))),
            ),
          );
          const items: Record<string, { n: number; copy: number }> = await storage.read(['a', 'b', 'c']);
          for (const [key, { n, copy }] of Object.entries(items)) {
            expect(copy).toBe(n);
            expect(writes[n]?.some((written) => written === key)).toBe(true);
          }
          expect(Object.keys(items).sort()).toEqual([...new Set(writes.flat())].sort());
          await storage.delete(['a', 'b', 'c']);
        }),
        { numRuns: 20 },
      );
    });

    it.each([
      ['read', () => storage.read(undefined as unknown as string[])],
      ['write', () => storage.write(undefined as unknown as object)],
    ])('refuses to %s nothing', async (_name, call) => {
      await expect(call()).rejects.toThrow(/required/);
    });

    it('has everything after a restart', async () => {
      await storage.write({ a: { n: 1 } });
      if (!subject.reopen) return;
      expect(await readOne('a', await subject.reopen())).toEqual(await readOne('a'));
    });
  });
}
