import { describe, expect, it } from '@jest/globals';
import {
  computeBaggageDeadlines,
  type BaggageFacts,
} from '../../../services/cases/claim/baggageDeadlines.js';
import { openTestDesk, RULES, describeClaim } from './desk.js';

const compute = (facts: Partial<BaggageFacts>, today: string) =>
  computeBaggageDeadlines(
    { type: 'delayed', carriage: 'international', arrivalDay: '2026-11-01', ...facts },
    RULES.claim.baggage,
    today,
  );
const summarise = (facts: Partial<BaggageFacts>, today: string) =>
  compute(facts, today).map((each) =>
    each.state === 'not-started'
      ? `${each.name} -`
      : `${each.name} ${each.day} ${each.state} ${String(each.daysLeft)}`,
  );

describe('baggage deadlines', () => {
  it.each<[string, Partial<BaggageFacts>, string, string[]]>([
    [
      'damaged, on the day',
      { type: 'damaged' },
      '2026-11-01',
      ['damage-notice 2026-11-08 open 7', 'suit 2028-11-01 open 731'],
    ],
    [
      'damaged, four days left',
      { type: 'damaged' },
      '2026-11-04',
      ['damage-notice 2026-11-08 open 4', 'suit 2028-11-01 open 728'],
    ],
    [
      'damaged, near',
      { type: 'damaged' },
      '2026-11-05',
      ['damage-notice 2026-11-08 near 3', 'suit 2028-11-01 open 727'],
    ],
    [
      'damaged, last day',
      { type: 'damaged' },
      '2026-11-08',
      ['damage-notice 2026-11-08 near 0', 'suit 2028-11-01 open 724'],
    ],
    [
      'damaged, too late',
      { type: 'damaged' },
      '2026-11-09',
      ['damage-notice 2026-11-08 past -1', 'suit 2028-11-01 open 723'],
    ],
    [
      'damaged, received later',
      { type: 'damaged', receivedDay: '2026-11-05' },
      '2026-11-09',
      ['damage-notice 2026-11-12 near 3', 'suit 2028-11-01 open 723'],
    ],
    [
      'contents missing',
      { type: 'missing-contents' },
      '2026-11-02',
      ['damage-notice 2026-11-08 open 6', 'suit 2028-11-01 open 730'],
    ],
    [
      'delayed, still missing',
      {},
      '2026-11-02',
      ['lost 2026-11-22 open 20', 'suit 2028-11-01 open 730', 'delay-notice -'],
    ],
    [
      'delayed, to be called lost',
      {},
      '2026-11-23',
      ['lost 2026-11-22 past -1', 'suit 2028-11-01 open 709', 'delay-notice -'],
    ],
    [
      'delayed, received',
      { receivedDay: '2026-11-10' },
      '2026-11-29',
      ['delay-notice 2026-12-01 near 2', 'suit 2028-11-01 open 703'],
    ],
    ['lost', { type: 'lost' }, '2026-11-30', ['lost 2026-11-22 past -8', 'suit 2028-11-01 open 702']],
    [
      'over a leap day',
      { type: 'lost', arrivalDay: '2026-02-28' },
      '2028-02-26',
      ['lost 2026-03-21 past -707', 'suit 2028-02-28 near 2'],
    ],
    [
      'from a leap day',
      { type: 'lost', arrivalDay: '2024-02-29' },
      '2026-02-28',
      ['lost 2024-03-21 past -709', 'suit 2026-02-28 near 0'],
    ],
  ])('%s', (_name, facts, today, expected) => {
    expect(summarise(facts, today)).toEqual(expected);
  });

  it.each<[BaggageFacts['carriage'], string, string[]]>([
    ['international', '2026-11-01', ['montreal-31-2', 'montreal-35']],
    ['domestic-china', '2026-07-01', ['civil-aviation-law-142', 'civil-aviation-law-143']],
    ['domestic-china', '2026-06-30', ['civil-aviation-law-2021-134', 'civil-aviation-law-2021-135']],
    [
      'unknown',
      '2026-11-01',
      ['montreal-31-2', 'civil-aviation-law-142', 'montreal-35', 'civil-aviation-law-143'],
    ],
  ])('names the law for %s carriage arriving on %s', (carriage, arrivalDay, sources) => {
    const found = compute({ type: 'damaged', carriage, arrivalDay }, '2026-11-02');
    expect(found.flatMap((each) => each.sources)).toEqual(sources);
  });

  it('does not say that Chinese law makes a bag lost', () => {
    const [lost] = compute({ type: 'lost', carriage: 'domestic-china' }, '2026-11-02');
    expect(lost).toMatchObject({ name: 'lost', sources: ['conditions-of-carriage'] });
  });

  it("counts by the airport's calendar, not the airline's", () => {
    // 20:00 on 30 November in London, already 1 December in Beijing.
    const { desk } = openTestDesk({ now: '2026-11-30T20:00:00Z' });
    const daysLeft = (station: string) =>
      desk.assessDeadlines(describeClaim({ type: 'damaged', station, date: '2026-11-30' }))[0];
    expect(daysLeft('LHR')).toMatchObject({ daysLeft: 7 });
    expect(daysLeft('PEK')).toMatchObject({ daysLeft: 6 });
    expect(daysLeft('QQQ')).toMatchObject({ daysLeft: 6 });
  });
});
