import { beforeEach, describe, expect, it } from '@jest/globals';
import { Accounts, type AccountDetails, type PasswordHasher } from '../../../services/desk/accounts.js';
import { deriveAccountId } from '../../../services/desk/staffAccount.js';
import { MemoryEventLog } from '../../contracts/memoryEventLog.js';
import { SettableClock } from '../../conversations/settableClock.js';
import { at } from './floors.js';

const LI: AccountDetails = {
  name: 'Li Wei',
  languages: ['zh', 'en'],
  skills: ['baggage'],
  role: 'agent',
  capacity: 4,
};
const PASSWORD = 'correct horse';

/** Stands for a slow one; counts how often it was asked. */
class PlainHasher implements PasswordHasher {
  asked = 0;
  hash(password: string): Promise<string> {
    return Promise.resolve(`hash of ${password}`);
  }
  verify(hash: string | undefined, password: string): Promise<boolean> {
    this.asked += 1;
    return Promise.resolve(hash === `hash of ${password}`);
  }
}

describe('the staff’s accounts', () => {
  let hasher: PlainHasher;
  let eventLog: MemoryEventLog;
  let accounts: Accounts;

  beforeEach(() => {
    hasher = new PlainHasher();
    eventLog = new MemoryEventLog();
    accounts = new Accounts({ eventLog, clock: new SettableClock(at(0)), hasher });
  });

  it.each([
    ['Li Wei', 'li-wei'],
    ['  ＬＩ  Wei! ', 'li-wei'],
    ['李伟', '李伟'],
    ['Zoë O’Neil', 'zoë-o-neil'],
    ['王 小明 2', '王-小明-2'],
    ['../..', ''],
  ])('%p has the id %p', (name, id) => {
    expect(deriveAccountId(name)).toBe(id);
  });

  it('are found by id and by name, in whatever spelling, also after a restart', async () => {
    await accounts.create(LI, 'system');
    const again = new Accounts({ eventLog, clock: new SettableClock(at(0)), hasher });
    const account = { ...LI, id: 'li-wei', active: true, hasPassword: false };
    expect(await again.find('li-wei')).toEqual(account);
    expect(await again.findByName('LI WEI')).toEqual(account);
    expect(await again.find('constructor')).toBeUndefined();
    expect(await again.list()).toEqual([account]);
  });

  it('let in who knows the password, and ask the hasher once whatever is wrong', async () => {
    await accounts.create(LI, 'system');
    expect(await accounts.checkPassword('Li Wei', PASSWORD)).toBeUndefined();
    await accounts.setPassword('li-wei', PASSWORD, 'agent:li-wei');
    expect(await accounts.checkPassword('li wei', PASSWORD)).toMatchObject({
      id: 'li-wei',
      hasPassword: true,
    });
    for (const [name, password] of [
      ['li wei', 'wrong horse'],
      ['nobody', PASSWORD],
    ] as const) {
      hasher.asked = 0;
      expect(await accounts.checkPassword(name, password)).toBeUndefined();
      expect(hasher.asked).toBe(1);
    }
  });

  it('take a password for the same whose characters are only coded differently', async () => {
    await accounts.create(LI, 'system');
    await accounts.setPassword('li-wei', 'ｃｏｒｒｅｃｔ horse', 'system');
    expect(await accounts.checkPassword('li wei', PASSWORD)).toBeDefined();
  });

  it('never show a hash', async () => {
    await accounts.create(LI, 'system');
    const set = await accounts.setPassword('li-wei', PASSWORD, 'system');
    const seen = [set, await accounts.find('li-wei'), await accounts.checkPassword('li wei', PASSWORD)];
    expect(JSON.stringify(seen)).not.toContain('hash of');
  });

  it('keep their id and their old name when the name changes, and record only what changed', async () => {
    await accounts.create(LI, 'system');
    await accounts.adjust('li-wei', { ...LI, name: 'Li Na', capacity: 6 }, 'agent:boss');
    await accounts.adjust('li-wei', { capacity: 6 }, 'agent:boss');
    expect(await accounts.findByName('li na')).toMatchObject({ id: 'li-wei', capacity: 6 });
    expect(await accounts.findByName('li wei')).toMatchObject({ id: 'li-wei' });
    expect((await eventLog.read('staff/li-wei')).map(({ type, data }) => [type, data]).slice(1)).toEqual([
      ['account-changed', { name: 'Li Na', capacity: 6 }],
    ]);
  });

  it('of one name are one, whoever comes later', async () => {
    await accounts.create(LI, 'system');
    await accounts.create({ ...LI, name: 'Mo' }, 'system');
    const refused = { code: 'desk.account-exists' };
    await expect(accounts.create({ ...LI, name: 'LI-WEI' }, 'system')).rejects.toMatchObject(refused);
    await expect(accounts.adjust('mo', { name: 'Li Wei' }, 'system')).rejects.toMatchObject(refused);
    const both = await Promise.allSettled([1, 2].map(() => accounts.create({ ...LI, name: 'Xu' }, 'system')));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('let nobody in once deactivated; made again they need a new password', async () => {
    await accounts.create(LI, 'system');
    await accounts.setPassword('li-wei', PASSWORD, 'system');
    await accounts.deactivate('li-wei', 'agent:boss');
    expect(await accounts.checkPassword('li wei', PASSWORD)).toBeUndefined();
    expect(await accounts.list()).toEqual([]);
    expect(await accounts.find('li-wei')).toMatchObject({ active: false });
    const unknown = { code: 'desk.account-unknown' };
    await expect(accounts.setPassword('li-wei', PASSWORD, 'system')).rejects.toMatchObject(unknown);
    await accounts.create(LI, 'system');
    expect(await accounts.checkPassword('li wei', PASSWORD)).toBeUndefined();
    expect(await accounts.find('li-wei')).toMatchObject({ active: true, hasPassword: false });
  });

  it.each<[string, object]>([
    ['no name', { name: ' ' }],
    ['a name without letters', { name: '...' }],
    ['a name with a line break in it', { name: 'a\nb' }],
    ['no language', { languages: [] }],
    ['another language', { languages: ['fr'] }],
    ['an unknown skill', { skills: ['cooking'] }],
    ['no room', { capacity: 0 }],
    ['an unknown role', { role: 'admin' }],
  ])('are refused with %s', async (_name, wrong) => {
    const details = { ...LI, ...wrong };
    await expect(accounts.create(details, 'system')).rejects.toMatchObject({ code: 'desk.account-invalid' });
    expect(await accounts.list()).toEqual([]);
  });

  it.each(['short', 'x'.repeat(300), ''])('do not take the password %p', async (password) => {
    await accounts.create(LI, 'system');
    const refused = { code: 'desk.account-invalid' };
    await expect(accounts.setPassword('li-wei', password, 'system')).rejects.toMatchObject(refused);
  });
});
