import { describe, expect, it } from '@jest/globals';
import { renderFactsCard, type Facts } from '../../../dialogs/cards/factsCard.js';
import { writeFacts } from '../../../dialogs/cards/factsText.js';
import { viewFlight, type FlightShown } from '../../../dialogs/flightStatus/viewFlight.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import { loadWords } from '../../../locales/index.js';
import { LANGUAGES } from '../../../locales/language.js';
import { FLIGHT_REASONS, FLIGHT_STATUSES } from '../../../services/flights/flight.js';
import type { Flight } from '../../../services/flights/port.js';
import { createFlight } from '../../services/flights/sampleFlights.js';

const { translate } = loadWords();
const english = createVoice(translate, 'en');
const SOURCE = { name: 'file', demo: false, staleSince: null };

function view(changes: Partial<Flight>, shown: Partial<FlightShown> = {}): Facts {
  return viewFlight({ flight: createFlight(changes), chosen: 'said', source: SOURCE, ...shown }, english);
}

function listLines(facts: Facts): string[] {
  return facts.sections.flatMap((section) => section.facts.map(({ label, value }) => `${label}: ${value}`));
}

describe('what is said of a flight', () => {
  it('leaves out what the source does not know', () => {
    expect(listLines(view({ scheduledArrival: null }))).toEqual(['Scheduled: Sun 22 Nov, 18:00']);
  });

  it.each<{ case: string; changes: Partial<Flight>; headline: string; lines: string[] }>([
    {
      case: 'times are where they happen, with the days after',
      changes: {
        origin: 'PVG',
        destination: 'JFK',
        scheduledDeparture: '2026-11-22T23:50+08:00',
        actualDeparture: '2026-11-23T00:20+08:00',
        scheduledArrival: '2026-11-23T00:30-05:00',
        estimatedArrival: '2026-11-23T00:30-05:00',
        status: 'departed',
      },
      headline: 'Departed',
      lines: ['Actual: Mon 23 Nov, 00:20 (+1) (30 min late)', 'Estimated: Mon 23 Nov, 00:30 (+1) (on time)'],
    },
    {
      case: 'an airport not known here keeps the offset of its times',
      changes: { destination: 'ZZZZ', scheduledArrival: '2026-11-22T20:20+05:45' },
      headline: 'Scheduled',
      lines: ['Scheduled: Sun 22 Nov, 20:20 UTC+05:45'],
    },
    {
      case: 'late',
      changes: { status: 'delayed', estimatedDeparture: '2026-11-22T20:10+08:00', reason: 'weather' },
      headline: 'Delayed by 130 minutes',
      lines: ['Estimated: Sun 22 Nov, 20:10 (130 min late)', 'Reason: weather'],
    },
    {
      case: 'late, by how much is not known',
      changes: { status: 'delayed', reason: 'Wildlife on the runway' },
      headline: 'Delayed',
      lines: ['Reason: Wildlife on the runway'],
    },
    {
      case: 'called delayed though it has left',
      changes: { status: 'delayed', actualDeparture: '2026-11-22T18:40+08:00' },
      headline: 'Departed · 40 min late',
      lines: ['Actual: Sun 22 Nov, 18:40 (40 min late)'],
    },
    {
      case: 'early',
      changes: { status: 'arrived', actualArrival: '2026-11-22T20:00+08:00', belt: '7' },
      headline: 'Arrived · 20 min early',
      lines: ['Actual: Sun 22 Nov, 20:00 (20 min early)', 'Baggage belt: 7'],
    },
    {
      case: 'on its way elsewhere',
      changes: { status: 'diverted', divertedTo: 'TSN', estimatedArrival: '2026-11-22T20:40+08:00' },
      headline: 'Diverted to another airport',
      lines: ['Lands instead at: Tianjin Binhai (TSN)', 'Estimated: Sun 22 Nov, 20:40'],
    },
  ])('$case', ({ changes, headline, lines }) => {
    const facts = view(changes);
    expect(facts.headline).toBe(headline);
    expect(listLines(facts)).toEqual(expect.arrayContaining(lines));
  });

  it('gives no gate, belt or new time to a cancelled flight', () => {
    const facts = view({
      status: 'cancelled',
      gate: 'C42',
      checkInDesks: 'B1',
      belt: '7',
      estimatedDeparture: '2026-11-22T20:10+08:00',
    });
    expect(listLines(facts)).toEqual(['Scheduled: Sun 22 Nov, 18:00', 'Scheduled: Sun 22 Nov, 20:20']);
  });

  it('does not say where or when a diverted flight lands while that is not known', () => {
    const facts = view({ status: 'diverted', estimatedArrival: '2026-11-22T20:40+08:00' });
    expect(facts.notes).toEqual(['Where it lands instead is not known yet.']);
    expect(listLines(facts).join()).not.toContain('20:40');
  });

  it('never calls a flight cancelled that may be', () => {
    const facts = view({ status: 'unknown', hint: 'may-be-cancelled' });
    expect(facts.headline).toBe('Status not known');
    expect(facts.notes).toEqual([
      expect.stringContaining('may have been cancelled, but nobody has confirmed'),
    ]);
  });

  it('names the number that was asked for, and who flies it', () => {
    const facts = view({ flight: 'SQ7831', codeshares: ['RE5831', 'UA1'] }, { asked: 'RE5831' });
    expect(facts.title).toMatch(/^RE5831 · /);
    expect(listLines(facts)).toEqual(
      expect.arrayContaining(['Operated by: Singapore Airlines', 'Flown as: SQ7831', 'Also sold as: UA1']),
    );
  });

  it.each<{ case: string; shown: Partial<FlightShown>; updated: string | null; footnotes: string[] }>([
    {
      case: 'fresh',
      shown: {},
      updated: '2026-11-22T15:00+08:00',
      footnotes: ["Updated Sun 22 Nov, 15:00 (Shanghai time) · Source: the airline's flight data"],
    },
    {
      case: 'of an unknown age, from a source that has gone quiet',
      shown: { source: { ...SOURCE, staleSince: new Date('2026-11-22T08:00:00Z') } },
      updated: null,
      footnotes: [
        "Source: the airline's flight data; when it was updated is not known.",
        'The source has not answered since Sun 22 Nov, 16:00 (Shanghai time): this is the last that was known, and it may have changed.',
      ],
    },
    {
      case: 'invented',
      shown: { source: { name: 'demo', demo: true, staleSince: null } },
      updated: '2026-11-22T15:00+08:00',
      footnotes: [
        'Updated Sun 22 Nov, 15:00 (Shanghai time) · Source: demonstration timetable',
        'This is an invented flight of a demonstration, not a real one.',
      ],
    },
  ])('says where it is from: $case', ({ shown, updated, footnotes }) => {
    expect(view({ updated }, shown).footnotes).toEqual(footnotes);
  });

  it.each(LANGUAGES)('has words for every status and reason in %s', (language) => {
    const voice = createVoice(translate, language);
    for (const status of FLIGHT_STATUSES) {
      for (const reason of FLIGHT_REASONS) {
        const flight = createFlight({ status, reason });
        const text = writeFacts(viewFlight({ flight, chosen: 'today', source: SOURCE }, voice), voice);
        expect(text).not.toMatch(/\{\{|flight:/);
      }
    }
  });
});

it('the card says what the text says, no more and no less', () => {
  const facts = view(
    { gate: 'C42', terminal: 'T2', belt: '7', reason: 'crew', codeshares: ['CX1'], hint: 'may-be-cancelled' },
    { chosen: 'today', source: { name: 'demo', demo: true, staleSince: new Date('2026-11-22T08:00:00Z') } },
  );
  const text = writeFacts(facts, english);
  const { body } = renderFactsCard(facts, 'Here it is:', 'en').content as {
    body: { text?: string; facts?: { title: string; value: string }[] }[];
  };
  const said = body.flatMap((part) => [
    ...(part.text === undefined ? [] : [part.text]),
    ...(part.facts ?? []).map(({ title, value }) => `${title}: ${value}`),
  ]);
  const written = text
    .split('\n')
    .map((line) => line.replace(/^- |\*+|\s+$/g, '').replace(/^\*+/, ''))
    .filter((line) => line !== '');
  expect(said).toEqual(written);
});
