import { describe, expect, it } from '@jest/globals';
import { findFlightNumbers } from '../../../faq/understanding/flightNumbers.js';
import { foldText } from '../../../faq/understanding/offsets.js';

function find(text: string): string[] {
  return findFlightNumbers(foldText(text)).map(({ flight }) => flight);
}

describe('flight numbers', () => {
  it.each([
    ['CA1501', ['CA1501']],
    ['CA 1501明天到了吗', ['CA1501']],
    ['where is mu5137', ['MU5137']],
    ['is mu 5137 late?', ['MU5137']],
    ['ca-1501', ['CA1501']],
    ['ＣＡ１５０１', ['CA1501']],
    ['ＣＡ　１５０１', ['CA1501']],
    ['CCA1501', ['CA1501']],
    ['3U8961', ['3U8961']],
    ['9c8888', ['9C8888']],
    ['9C 8888', ['9C8888']],
    ['G52637', ['G52637']],
    ['CA0981', ['CA981']],
    ['RE618A', ['RE618A']],
    ['CA981T3', ['CA981']],
    ['BA39 into PEK', ['BA39']],
    ['re 1611', ['RE1611']],
    ['EU2211', ['EU2211']],
    ['我坐MU5101/MU5103', ['MU5101', 'MU5103']],
    ['航班是CI502，11月18日', ['CI502']],
    ['国航1501', ['CA1501']],
    ['國航1501', ['CA1501']],
    ['东航的航班5137', ['MU5137']],
    ['国航一五零一', ['CA1501']],
    ['海南航空7181到没到', ['HU7181']],
    ['air china 1501', ['CA1501']],
    ['Air China flight 1501', ['CA1501']],
    ['Emirates flight 777', ['EK777']],
  ])('are found in %s', (text, flights) => {
    expect(find(text)).toEqual(flights);
  });

  it.each([
    ['bag tags', 'CA123456'],
    ['file references', 'PVGMU12345'],
    ['aircraft', 'A320 B737 777-300 A321neo A350-900 C919'],
    ['aircraft after a name', '国航777'],
    ['terminals and seats', 'T3, seat 12A, 3C'],
    ['gates', 'gate B7, gate C12, 登机口B7123'],
    ['numbered things', 'Wi-Fi 6, CO2, PS5, 5G, mp3'],
    ['prices', 'RMB 500, CNY300, USD100, delta 400 dollars'],
    ['trains', 'D301, G7, G523, 高铁G5123'],
    ['laws', 'EU261, EC 261, EU 261'],
    ['English words', 'to 3 people, is 500, it 100, no 5, my 2 bags, as 12, us 100'],
    ['times', '9h 30'],
    ['weights', 'CA 20 kg'],
    ['unknown airlines', 'XX1234'],
    ['nothing but zeros', 'CA000'],
    ['fractions', 'CA 15.5'],
  ])('do not include %s', (_what, text) => {
    expect(find(text)).toEqual([]);
  });

  it('say where they stand in the text as typed', () => {
    expect(findFlightNumbers(foldText('我的ＣＡ１５０１呢'))).toEqual([
      { flight: 'CA1501', airline: 'CA', text: 'ＣＡ１５０１', start: 2, end: 8 },
    ]);
  });
});
