import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getLocalDay } from '../../services/calendar.js';
import { findTimeZone } from '../../locales/places/index.js';
import { flightSchema } from '../../services/flights/flight.js';
import type { Flight, Flights } from '../../services/flights/port.js';

/** When it is for every source under test. */
export const NOW = new Date('2026-11-22T08:00:00Z');
export const TODAY = '2026-11-22';

export interface FlightsUnderTest {
  readonly flights: Flights;
  /** Makes the source fail from now on; absent where it cannot. */
  readonly breakDown?: () => void;
  readonly dispose: () => Promise<void>;
}

function listNumbers(flights: readonly Flight[]): string[] {
  return flights.map(({ flight }) => flight);
}

/**
 * What every source must do. It knows at least these of today: RE101 SHA-PEK, RE107 PVG-PKX, RE801 PVG-HKG sold as
 * CX6801 too, RE517 SHA-WUH-KMG; and no RE999, and nothing from Harbin to Auckland.
 */
export function describeFlights(name: string, create: () => Promise<FlightsUnderTest>): void {
  describe(`flights: ${name}`, () => {
    let subject: FlightsUnderTest;
    let flights: Flights;

    beforeEach(async () => {
      subject = await create();
      flights = subject.flights;
    });
    afterEach(() => subject.dispose());

    it.each(['RE101', 're 101', 'RE0101', 'ＲＥ１０１'])('finds %s', async (flight) => {
      const found = await flights.find({ flight, date: TODAY });
      expect(found).toEqual([
        expect.objectContaining({ flight: 'RE101', date: TODAY, origin: 'SHA', destination: 'PEK' }),
      ]);
    });

    it('answers in the form of the wire', async () => {
      const [flight] = await flights.find({ flight: 'RE801', date: TODAY });
      expect(flightSchema.parse(flight)).toEqual(flight);
    });

    it('finds the flight under the numbers others sell it by', async () => {
      expect(listNumbers(await flights.find({ flight: 'CX6801', date: TODAY }))).toEqual(['RE801']);
    });

    it('finds both legs of a number, by departure', async () => {
      const legs = await flights.find({ flight: 'RE517', date: TODAY });
      expect(legs.map(({ origin, destination }) => `${origin}-${destination}`)).toEqual([
        'SHA-WUH',
        'WUH-KMG',
      ]);
    });

    it.each(['RE999', 'hello', '', '0', 'RE'])('finds nothing for %j', async (flight) => {
      expect(await flights.find({ flight, date: TODAY })).toEqual([]);
    });

    it('finds flights between cities, whatever airport they use', async () => {
      const found = await flights.search({ origin: 'SHA', destination: 'BJS', date: TODAY });
      expect(listNumbers(found)).toEqual(expect.arrayContaining(['RE101', 'RE107']));
    });

    it('finds flights between airports', async () => {
      const found = await flights.search({ origin: 'pvg', destination: 'PKX', date: TODAY });
      expect(listNumbers(found)).toContain('RE107');
      expect(new Set(found.map(({ origin, destination }) => `${origin}-${destination}`))).toEqual(
        new Set(['PVG-PKX']),
      );
    });

    it('keeps to the airport where city and airport have one code', async () => {
      const query = { origin: 'SHA', originKind: 'airport', destination: 'BJS', date: TODAY } as const;
      const found = await flights.search(query);
      expect(listNumbers(found)).toContain('RE101');
      expect(listNumbers(found)).not.toContain('RE107');
    });

    it('sorts by departure and keeps to the day at the origin', async () => {
      const found = await flights.search({ origin: 'SHA', destination: 'BJS', date: TODAY });
      const departures = found.map(({ scheduledDeparture }) => Date.parse(scheduledDeparture ?? ''));
      expect(departures).toEqual([...departures].sort((one, other) => one - other));
      for (const { origin, scheduledDeparture, date } of found) {
        const zone = findTimeZone(origin) ?? '';
        expect([date, getLocalDay(new Date(scheduledDeparture ?? ''), zone)]).toEqual([TODAY, TODAY]);
      }
    });

    it('finds nothing where nobody flies', async () => {
      expect(await flights.search({ origin: 'HRB', destination: 'AKL', date: TODAY })).toEqual([]);
    });

    it('hands out answers that may be changed', async () => {
      const [first] = await flights.find({ flight: 'RE801', date: TODAY });
      first!.codeshares.push('XX1');
      first!.status = 'cancelled';
      const [second] = await flights.find({ flight: 'RE801', date: TODAY });
      expect(second).toMatchObject({ codeshares: ['CX6801'] });
      expect(second!.status).not.toBe('cancelled');
    });

    it('says that it cannot be reached, never that there is no such flight', async () => {
      if (!subject.breakDown) return;
      subject.breakDown();
      const code = 'flights.unreachable';
      await expect(flights.find({ flight: 'RE101', date: TODAY })).rejects.toMatchObject({ code });
      const route = { origin: 'SHA', destination: 'BJS', date: TODAY };
      await expect(flights.search(route)).rejects.toMatchObject({ code });
    });
  });
}
