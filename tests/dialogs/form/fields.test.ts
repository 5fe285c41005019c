import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../../dialogs/form/definition.js';
import { createAirportField } from '../../../dialogs/form/fields/airportField.js';
import { createContactField } from '../../../dialogs/form/fields/contactField.js';
import { createDateField } from '../../../dialogs/form/fields/dateField.js';
import { createNameField } from '../../../dialogs/form/fields/nameField.js';
import { createPhotosField } from '../../../dialogs/form/fields/photosField.js';
import { createTagField } from '../../../dialogs/form/fields/tagField.js';
import { createContext, createFile, createInput } from './demoForm.js';

const context = createContext();
const ask = 'form:fields.flight.help' as const;

/** What a field makes of an answer: its value, its values where it cannot tell, or that it is none. */
function read(field: Field, text: string): unknown {
  const reading = field.read(createInput(text), context, {});
  if (reading.kind === 'filled') return reading.value;
  return reading.kind === 'ambiguous' ? { which: reading.values } : 'rejected';
}

describe('a name', () => {
  const field = createNameField({ name: 'name', ask });
  it.each([
    ['John Smith', 'John Smith'],
    ['  mary   o’neill ', 'mary o’neill'],
    ["My name is Mary O'Neill.", "Mary O'Neill"],
    ["I'm Jean-Luc Picard", 'Jean-Luc Picard'],
    ['ZHANG/WEI', 'ZHANG/WEI'],
    ['张伟', '张伟'],
    ['我叫李梅', '李梅'],
    ['我的名字是歐陽娜娜', '歐陽娜娜'],
    ['José Ñández', 'José Ñández'],
    ['买买提·吐尔逊', '买买提·吐尔逊'],
    ['42', 'rejected'],
    ['J', 'rejected'],
    ['yes', 'rejected'],
    ['不用了', 'rejected'],
    ['a@b.example', 'rejected'],
    ['Why do you want to know all of that about me', 'rejected'],
    ['能带充电宝吗', 'rejected'],
    ['多久能找到', 'rejected'],
    ['May Will Lee', 'May Will Lee'],
    ['我叫李几何', '李几何'],
    ['', 'rejected'],
  ])('%s', (text, value) => expect(read(field, text)).toBe(value));
});

describe('a contact', () => {
  const field = createContactField({ name: 'contact', ask });
  it.each([
    ['138 0000 0000', { phone: '+8613800000000' }],
    ['+86 138-0000-0000', { phone: '+8613800000000' }],
    ['0086 13800000000', { phone: '+8613800000000' }],
    ['８６１３８００００００００', { phone: '+8613800000000' }],
    ['+1 (212) 555-0100', { phone: '+12125550100' }],
    ['call me on +44 20 7946 0018 please', { phone: '+442079460018' }],
    ['2345 6789', { phone: '23456789' }],
    ['name@example.com', { email: 'name@example.com' }],
    ['邮箱是li.mei@example.com。', { email: 'li.mei@example.com' }],
    ['a1234567@example.com, 13800000000', { phone: '+8613800000000', email: 'a1234567@example.com' }],
    ['12345', 'rejected'],
    ['@home', 'rejected'],
    ['name@example', 'rejected'],
    ['my wife knows', 'rejected'],
  ])('%s', (text, value) => expect(read(field, text)).toEqual(value));
});

describe('a bag tag', () => {
  const field = createTagField({ name: 'tag', ask });
  it.each([
    ['0781234567', '0781234567'],
    ['0781 234567', '0781234567'],
    ['tag: RE 728359', 'RE728359'],
    ['re728359', 'RE728359'],
    ['078-123-4567', '0781234567'],
    ['0781234567 and 0781234568', { which: ['0781234567', '0781234568'] }],
    ['123456', 'rejected'],
    ['13800000000', 'rejected'],
    ['no idea', 'rejected'],
  ])('%s', (text, value) => expect(read(field, text)).toEqual(value));
});

describe('a date that is past', () => {
  const field = createDateField({ name: 'date', ask, when: 'past' });
  it.each([
    ['yesterday', '2026-11-21'],
    ['today', '2026-11-22'],
    ['2 December', '2025-12-02'],
    ['12月2日', '2025-12-02'],
    ['3/11/2026', { which: ['2026-03-11', '2026-11-03'] }],
    ['tomorrow', 'rejected'],
    ['2 December 2026', 'rejected'],
    ['2019-01-01', 'rejected'],
    ['soon', 'rejected'],
  ])('%s', (text, value) => {
    const result = read(field, text);
    const sorted =
      typeof result === 'object' ? { which: [...(result as { which: string[] }).which].sort() } : result;
    expect(sorted).toEqual(value);
  });

  it('says what is wrong with the day, and gives one that is possible', () => {
    const reading = field.read(createInput('tomorrow'), context, {});
    expect(reading).toEqual({
      kind: 'rejected',
      problem:
        'That date, 23 November 2026, is still to come, but I need a day that has been, or today. ' +
        'For example: yesterday, or 20 November 2026.',
    });
  });
});

describe('an airport', () => {
  const field = createAirportField({ name: 'station', ask, role: 'destination' });
  it.each([
    ['PVG', 'PVG'],
    ['浦东', 'PVG'],
    ['Shanghai Pudong', 'PVG'],
    ['from Beijing Capital to Shanghai Pudong', 'PVG'],
    ['Chengdu Tianfu', 'TFU'],
    ['北京', { which: ['PEK', 'PKX'] }],
    ['XYZ', 'XYZ'],
    ['xyz', 'rejected'],
    ['Atlantis', 'rejected'],
  ])('%s', (text, value) => expect(read(field, text)).toEqual(value));
});

describe('photos', () => {
  const field = createPhotosField({ name: 'photos', ask, optional: true });
  const readFiles = (files: Parameters<typeof createInput>[1], before?: ReturnType<typeof createFile>[]) =>
    field.read(createInput('', files), context, { photos: before as never });

  it('add up, each once, five at most', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map(createFile);
    expect(readFiles([createFile('b')], [createFile('a')])).toMatchObject({
      value: [{ name: 'a' }, { name: 'b' }],
    });
    expect(readFiles([createFile('a')], [createFile('a')])).toMatchObject({ value: [{ name: 'a' }] });
    expect(readFiles([createFile('f')], five)).toMatchObject({ value: five });
  });

  it('are pictures or PDF files', () => {
    expect(readFiles([{ ...createFile('a'), contentType: 'text/html' }])).toMatchObject({ kind: 'rejected' });
    expect(readFiles([])).toMatchObject({ kind: 'rejected' });
  });
});
