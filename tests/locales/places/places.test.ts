import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  findAirline,
  findAirport,
  findTimeZone,
  listAirlines,
  listAirports,
  listAirportsOfCity,
  listCities,
  nameAirline,
  nameAirport,
  nameCity,
} from '../../../locales/places/index.js';

const chinese = z.string().regex(/\p{Script=Han}/u);
const english = z.string().regex(/^\p{Script=Latin}/u);
const timeZone = z.string().refine((zone) => Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '');
const airportSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  city: z.string().regex(/^[A-Z]{3}$/),
  country: z.string().regex(/^[A-Z]{2}$/),
  zone: timeZone,
  en: english,
  zh: chinese,
  'zh-Hant': chinese.optional(),
  nicknames: z.array(z.string().min(2)).nonempty().optional(),
});
const citySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  en: english,
  zh: chinese,
  'zh-Hant': chinese.optional(),
  aliases: z.array(z.string().min(2)).nonempty().optional(),
});
const airlineSchema = z.strictObject({
  iata: z.string().regex(/^(?:[A-Z][A-Z0-9]|[0-9][A-Z])$/),
  icao: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  ticket: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  en: z.string().min(3),
  zh: chinese,
  aliases: z.array(z.string().min(2)).nonempty().optional(),
});

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../locales/places/${name}`, import.meta.url), 'utf8'));
}

function listRepeated(values: readonly (string | undefined)[]): string[] {
  const known = values.filter((value) => value !== undefined);
  return known.filter((value, index) => known.indexOf(value) !== index);
}

describe('the files', () => {
  it.each([
    ['airports.json', airportSchema],
    ['cities.json', citySchema],
    ['airlines.json', airlineSchema],
  ])('%s holds rows of its form', (file, schema: z.ZodType) => {
    const outcome = z.array(schema).safeParse(readFile(file));
    expect(outcome.error?.issues ?? []).toEqual([]);
  });

  it('name every code once', () => {
    expect(listRepeated(listAirports().map(({ code }) => code))).toEqual([]);
    expect(listRepeated(listCities().map(({ code }) => code))).toEqual([]);
    expect(listRepeated(listAirlines().flatMap(({ iata, icao }) => [iata, icao]))).toEqual([]);
    expect(listRepeated(listAirlines().map(({ ticket }) => ticket))).toEqual([]);
  });

  it('give each city an airport and each airport a city', () => {
    const cities = new Set(listCities().map(({ code }) => code));
    expect(listAirports().filter(({ city }) => !cities.has(city))).toEqual([]);
    expect(listCities().filter(({ code }) => listAirportsOfCity(code).length === 0)).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['BJS', 'Beijing', '北京', '北京'],
    ['PVG', 'Shanghai', '上海', '上海'],
    ['CAN', 'Guangzhou', '广州', '廣州'],
    ['SYD', 'Sydney', '悉尼', '雪梨'],
    ['TPE', 'Taipei', '台北', '台北'],
    ['QQQ', 'QQQ', 'QQQ', 'QQQ'],
  ])('of the city %s', (code, en, simplified, traditional) => {
    expect([nameCity(code, 'en'), nameCity(code, 'zh-Hans'), nameCity(code, 'zh-Hant')]).toEqual([
      en,
      simplified,
      traditional,
    ]);
  });

  it.each([
    ['LHR', 'London Heathrow', '伦敦希思罗', '倫敦希斯洛'],
    ['PKX', 'Beijing Daxing', '北京大兴', '北京大興'],
    ['DXB', 'Dubai', '迪拜', '杜拜'],
    ['QQQ', 'QQQ', 'QQQ', 'QQQ'],
  ])('of the airport %s', (code, en, simplified, traditional) => {
    expect([nameAirport(code, 'en'), nameAirport(code, 'zh-Hans'), nameAirport(code, 'zh-Hant')]).toEqual([
      en,
      simplified,
      traditional,
    ]);
  });

  it('of airlines, by either code', () => {
    expect(nameAirline('CZ', 'en')).toBe('China Southern Airlines');
    expect(nameAirline('CSN', 'zh-Hans')).toBe('中国南方航空');
    expect(nameAirline('cz', 'zh-Hant')).toBe('中國南方航空');
    expect(nameAirline('XX', 'en')).toBe('XX');
  });
});

describe('look-ups', () => {
  it('find by code in any case', () => {
    expect(findAirport('pek')?.city).toBe('BJS');
    expect(findAirline('cca')?.iata).toBe('CA');
    expect(findAirport('')).toBeUndefined();
    expect(findAirline('')).toBeUndefined();
  });

  it('list the airports of a city, the most used first', () => {
    expect(listAirportsOfCity('BJS').map(({ code }) => code)).toEqual(['PEK', 'PKX']);
    expect(listAirportsOfCity('SHA').map(({ code }) => code)).toEqual(['PVG', 'SHA']);
    expect(listAirportsOfCity('CAN').map(({ code }) => code)).toEqual(['CAN']);
    expect(listAirportsOfCity('PVG')).toEqual([]);
  });

  it.each([
    ['URC', 'Asia/Shanghai'],
    ['NYC', 'America/New_York'],
    ['DPS', 'Asia/Makassar'],
    ['QQQ', undefined],
  ])('know the time zone of %s', (code, zone) => {
    expect(findTimeZone(code)).toBe(zone);
  });
});
