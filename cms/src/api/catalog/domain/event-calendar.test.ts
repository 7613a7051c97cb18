import fc from 'fast-check';
import { catalogueOf, departureOf, type Sample } from '../search/tests/sample-season.ts';
import { eventCalendar } from './event-calendar.ts';
import { searchEvents } from './event-search.ts';

const noon = Date.parse('2026-11-30T12:00:00Z');
const hour = 3_600_000;
const cruise = { id: 'a', title: 'Разводка мостов', popularity: 9, english: true, category: 'night' };

const samples = fc
  .array(
    fc.record({
      hours: fc.integer({ min: -900, max: 1_700 }),
      timezone: fc.constantFrom('Europe/Moscow', 'Pacific/Kiritimati', 'Pacific/Honolulu'),
      state: fc.constantFrom('on_sale', 'on_sale', 'cancelled'),
      delayMinutes: fc.constantFrom(0, 0, 90),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ hours, ...row }, place): Sample => {
      const startAt = noon + hours * hour;
      return {
        ...{ ...row, id: `e${place}`, activity: cruise, startAt },
        ...{ berth: null, vessel: null, capacity: 5, price: null },
      } as Sample;
    }),
  );

const bounds = fc.option(
  fc.oneof(
    fc.constantFrom('2026-10-31', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-15'),
    fc.integer({ min: -900, max: 1_700 }).map((hours) => new Date(noon + hours * hour).toISOString()),
  ),
  { nil: undefined },
);

const months = fc.constantFrom('2026-10', '2026-11', '2026-12', '2027-01', '2027-02');

describe('the days of a month', () => {
  it('are those of all that is found, however it is narrowed, in whatever zone', () => {
    fc.assert(
      fc.property(samples, months, bounds, bounds, (rows, month, from, to) => {
        const catalogue = catalogueOf(rows.map(departureOf), { now: noon });
        const filters = { from, to };
        const found = searchEvents({ catalogue, filters, locale: 'ru', sort: 'time' });
        const wanted = found
          .rows({ from: 0, count: found.total })
          .filter(({ day, event }) => day.startsWith(month) && event.state !== 'cancelled');
        const { data } = eventCalendar({ catalogue, query: { ...filters, month }, locale: 'ru' });
        const counted = Map.groupBy(wanted, ({ day }) => day);
        expect(data.map(({ date, count }) => [date, count])).toEqual(
          [...counted].map(([day, departures]) => [day, departures.length]).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([undefined, '2026-12-01', '2026-12-01T00:00:00Z'])(
    'of a far month are found without looking at the months before it, from %s',
    (from) => {
      const daily = Array.from({ length: 400 }, (_, day): Sample => {
        const startAt = noon + day * 24 * hour;
        return {
          ...{ id: `e${day}`, activity: cruise, startAt, timezone: 'Europe/Moscow', state: 'on_sale' },
          ...{ delayMinutes: 0, berth: null, vessel: null, capacity: 5, price: null },
        };
      });
      const catalogue = catalogueOf(daily.map(departureOf), { now: noon });
      searchEvents({ catalogue, filters: {}, locale: 'ru', sort: 'time' });
      const looked = jest.spyOn(catalogue.snapshot.byId, 'get');
      const query = { month: '2027-06', from, to: from && '2099-01-01T00:00:00Z' };
      expect(eventCalendar({ catalogue, query, locale: 'ru' }).data).toHaveLength(30);
      expect(looked.mock.calls.length).toBeLessThan(34);
    },
  );
});
