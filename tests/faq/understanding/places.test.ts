import { describe, expect, it } from '@jest/globals';
import { foldText } from '../../../faq/understanding/offsets.js';
import { findPlaces } from '../../../faq/understanding/places.js';

function find(text: string): string {
  return findPlaces(foldText(text))
    .map(({ code, role }) => (role ? `${code}:${role === 'origin' ? 'from' : 'to'}` : code))
    .join(' ');
}

describe('places', () => {
  it.each([
    ['从北京到上海', 'BJS:from SHA:to'],
    ['北京飞广州的航班', 'BJS:from CAN:to'],
    ['北京-上海', 'BJS:from SHA:to'],
    ['桃園機場飛東京', 'TPE:from TYO:to'],
    ['台北到舊金山', 'TPE:from SFO:to'],
    ['首都机场到虹桥', 'PEK:from SHA:to'],
    ['成都天府机场', 'TFU'],
    ['白云机场怎么走', 'CAN'],
    ['戴高乐机场', 'CDG'],
    ['从昆明出发', 'KMG:from'],
    ['到三亚', 'SYX:to'],
    ['在迪拜转机去巴黎', 'DXB PAR:to'],
    ['pvg飞新加坡', 'PVG:from SIN:to'],
    ['from London to New York', 'LON:from NYC:to'],
    ['flights to Beijing', 'BJS:to'],
    ['London Heathrow to Paris', 'LHR:from PAR:to'],
    ['bound for Sydney', 'SYD:to'],
    ['PEK to CAN', 'PEK:from CAN:to'],
    ['pek to sha', 'PEK:from SHA:to'],
    ['KUL-BKK', 'KUL:from BKK:to'],
    ['HK to LA', 'HKG:from LAX:to'],
    ["Xi'an to xian", 'XIY:from XIY:to'],
    ['São Paulo to düsseldorf', 'SAO:from DUS:to'],
    ['flying to Nice tomorrow', 'NCE:to'],
    ['Air Macau to Macau', 'MFM:to'],
    ['ＢＪＳ', 'BJS'],
    ['Peking', 'BJS'],
    ['Paris CDG to London (LHR)', 'CDG:from LHR:to'],
    ['广州（CAN）到成都', 'CAN:from CTU:to'],
  ])('%s', (text, places) => {
    expect(find(text)).toBe(places);
  });

  it.each([
    ['Guangzou to Shanghia', 'CAN:from SHA:to'],
    ['flight to Shenzen', 'SZX:to'],
    ['from Los Angelas', 'LAX:from'],
    ['new yrok', 'NYC'],
    ['飞上嗨的机票', 'SHA:to'],
    ['去北经', 'BJS:to'],
  ])('misspelt: %s', (text, places) => {
    expect(find(text)).toBe(places);
  });

  it.each([
    ['I CAN NOT FIND MY BAG'],
    ['the man can sin per person'],
    ['is it nice'],
    ['my male friend'],
    ['how to change my ticket to another'],
    ['the Montreal Convention'],
    ['Singapore Airlines'],
    ['上海航空'],
    ['早上海航取消了'],
    ['这个东西安检能过吗'],
    ['今天津贴多少'],
    ['改成都可以吗'],
    ['平安顺利'],
    ['柜台北边'],
    ['雪梨可以带吗'],
    ['大理石'],
    ['罗马尼亚签证'],
    ['回的都一样'],
    ['从进门到上机'],
    ['坐飞机多哪些手续'],
    ['zhongwen'],
  ])('none in %s', (text) => {
    expect(find(text)).toBe('');
  });

  it('tells a city with several airports from an airport', () => {
    const kinds = findPlaces(foldText('上海、虹桥、广州')).map(({ code, kind }) => `${code} ${kind}`);
    expect(kinds).toEqual(['SHA city', 'SHA airport', 'CAN airport']);
  });
});
