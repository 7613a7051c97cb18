import { laterDay, sailingDays, daysAway } from './calendar.ts';
import { season } from './index.ts';
import { placesOf, seatsOf } from './plans/plan.ts';
import type { ActivityRecord, ScheduleRecord } from './records.ts';

const { activities, berths, categories, plans, promotions, routes, sellers, ticketTypes, vessels, venues } =
  season;
const slugs = (records: { slug: string }[]) => records.map(({ slug }) => slug);
const planOf = (slug: string) => plans.find((plan) => plan.slug === slug)!;
const schedules = activities.flatMap((activity) =>
  activity.schedules.map((schedule) => ({ activity, schedule })),
);

function checkDigit(number: string, weights: number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11) % 10;
}

describe('the sellers', () => {
  it('are a Russian company and a club abroad, both marked as invented', () => {
    expect(
      sellers.map(({ country, currency, membershipGate }) => [country, currency, membershipGate]),
    ).toEqual([
      ['RU', 'RUB', 'off'],
      ['CY', 'EUR', 'all'],
    ]);
    for (const { email, website, legalName } of sellers) {
      expect([email, website].every((address) => address.endsWith('.example'))).toBe(true);
      expect(legalName.en).toMatch(/Imaginary/);
    }
  });

  it('have requisites with right check digits', () => {
    const { inn = '', kpp = '', ogrn = '' } = sellers[0]!;
    expect(checkDigit(inn, [2, 4, 10, 3, 5, 9, 4, 6, 8])).toBe(Number(inn[9]));
    expect(Number((BigInt(ogrn.slice(0, 12)) % 11n) % 10n)).toBe(Number(ogrn[12]));
    expect(kpp).toMatch(new RegExp(`^${inn.slice(0, 4)}01\\d{3}$`));
  });
});

describe('the places', () => {
  it('number about 180 on the two-deck ship, with tables and room for wheelchairs', () => {
    const { geometry } = planOf('admiralty');
    const tables = geometry.decks.flatMap(({ sections }) => sections.flatMap((section) => section.tables));
    expect(geometry.decks).toHaveLength(2);
    expect(seatsOf(geometry)).toHaveLength(180);
    expect(tables.filter(({ sale }) => sale === 'whole').map(({ seats }) => seats.length)).toEqual([
      6, 6, 6, 6,
    ]);
    expect(seatsOf(geometry).filter(({ accessible }) => accessible)).toHaveLength(4);
    expect(geometry.zones.map(({ id }) => id)).toEqual(['panorama', 'saloon', 'tables', 'terrace']);
  });

  it('have codes of their own and a zone of their plan', () => {
    for (const { slug, geometry } of plans) {
      const codes = seatsOf(geometry).map(({ seatCode }) => seatCode);
      expect([slug, new Set(codes).size]).toEqual([slug, codes.length]);
      const zones = geometry.zones.map(({ id }) => id);
      expect(seatsOf(geometry).filter(({ zone }) => !zones.includes(zone))).toEqual([]);
    }
  });

  it('are unnumbered but divided on one vessel', () => {
    const { geometry } = planOf('andromeda');
    expect(seatsOf(geometry)).toEqual([]);
    expect(geometry.decks[0]!.areas.map(({ zone, capacity }) => [zone, capacity])).toEqual([
      ['nets', 10],
      ['saloon', 12],
      ['deck', 22],
    ]);
  });

  it('are drawn for every vessel', () => {
    expect(slugs(vessels).toSorted()).toEqual(slugs(plans).toSorted());
    for (const { geometry } of plans) expect(placesOf(geometry)).toBeGreaterThan(0);
  });
});

describe('the berths', () => {
  const inside = (
    { latitude, longitude }: { latitude: number; longitude: number },
    [south, north, west, east]: [number, number, number, number],
  ) => latitude > south && latitude < north && longitude > west && longitude < east;

  it('are eight, seven of them in the middle of St Petersburg', () => {
    const atHome = berths.filter((berth) => inside(berth, [59.93, 59.96, 30.28, 30.35]));
    const abroad = berths.filter((berth) => inside(berth, [34.66, 34.68, 33.03, 33.05]));
    expect([atHome.length, abroad.length, berths.length]).toEqual([7, 1, 8]);
    expect(atHome.every(({ city }) => city.en === 'St Petersburg')).toBe(true);
  });

  it('stand apart from each other', () => {
    const points = berths.map(({ latitude, longitude }) => `${latitude.toFixed(3)} ${longitude.toFixed(3)}`);
    expect(new Set(points).size).toBe(berths.length);
  });
});

describe('the activities', () => {
  it('are ten of the boat operator and three of the club', () => {
    const of = (seller: string) => activities.filter((activity) => activity.seller === seller);
    expect([of('slow-ahead').length, of('nebula').length]).toEqual([10, 3]);
    expect(of('nebula').map(({ audience }) => audience)).toEqual(['members', 'public', 'vip']);
  });

  it('fit into their fields', () => {
    for (const { text } of activities) {
      for (const { title, summary } of Object.values(text)) {
        expect(title.length).toBeLessThanOrEqual(80);
        expect(summary.length).toBeLessThanOrEqual(300);
      }
    }
  });

  it('name only records that exist', () => {
    for (const { seller, route, categories: kinds, prices } of activities) {
      expect(slugs(sellers)).toContain(seller);
      if (route) expect(slugs(routes)).toContain(route);
      expect(slugs(categories)).toEqual(expect.arrayContaining(kinds));
      expect(ticketTypes.map(({ code }) => code)).toEqual(
        expect.arrayContaining(prices.map(({ type }) => type)),
      );
    }
    for (const { schedule } of schedules) {
      if (schedule.vessel) expect(slugs(vessels)).toContain(schedule.vessel);
      if (schedule.venue) expect(slugs(venues)).toContain(schedule.venue);
      if (schedule.berth) expect(slugs(berths)).toContain(schedule.berth);
    }
    for (const { activities: promoted } of promotions)
      expect(slugs(activities)).toEqual(expect.arrayContaining(promoted));
    for (const { berths: calls } of routes) expect(slugs(berths)).toEqual(expect.arrayContaining(calls));
  });

  it('have slugs of their own', () => {
    for (const records of [
      activities,
      berths,
      categories,
      routes,
      sellers,
      vessels,
      season.pages,
      season.products,
    ]) {
      expect(new Set(slugs(records)).size).toBe(records.length);
    }
  });

  it('charge a grown-up for every place they sell', () => {
    for (const { activity, schedule } of schedules) {
      const zones = schedule.vessel ? planOf(schedule.vessel).geometry.zones.map(({ id }) => id) : [];
      const paid = activity.prices.filter(({ type }) => ['adult', 'guest'].includes(type));
      const uncovered = zones.filter((zone) => !paid.some((price) => [undefined, zone].includes(price.zone)));
      expect([activity.slug, uncovered]).toEqual([activity.slug, []]);
      expect(Math.min(...paid.map(({ amount }) => amount))).toBeGreaterThan(0);
    }
  });

  it('have one price at a time for a ticket type in a zone', () => {
    for (const { slug, prices } of activities) {
      const days = [0, 29, 30, 44, 45, 59, 60, 89];
      for (const day of days) {
        const now = prices.filter(({ fromDay = 0, toDay = 999 }) => fromDay <= day && day < toDay);
        const keys = now.map(({ type, zone }) => `${type} ${zone}`);
        expect([slug, day, new Set(keys).size]).toEqual([slug, day, keys.length]);
      }
    }
  });
});

describe('the timetable', () => {
  const whole = { from: '2026-11-20', days: 90 };
  const notAway = ({ yieldsTo }: ScheduleRecord, away: typeof whole) => {
    const other = activities.find(({ slug }) => slug === yieldsTo);
    const taken = other ? daysAway(other, away) : [];
    return (day: string) => !taken.includes(day);
  };
  const departures = (of: typeof whole) =>
    schedules.flatMap(({ activity, schedule }) =>
      sailingDays(schedule, of)
        .filter(notAway(schedule, of))
        .flatMap((day) => schedule.times.map((time) => departure({ activity, schedule, day, time }))),
    );

  function departure(of: { activity: ActivityRecord; schedule: ScheduleRecord; day: string; time: string }) {
    const vessel = of.schedule.vessel ?? of.schedule.venue ?? '';
    const turnaround = vessels.find(({ slug }) => slug === vessel)?.turnaroundMinutes ?? 0;
    const start = Date.parse(`${of.day}T${of.time}Z`);
    return { vessel, start, free: start + (of.activity.durationMinutes + turnaround) * 60_000 };
  }

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'has about 1,500 departures when it begins %i days later in the week',
    (later) => {
      const count = departures({ ...whole, from: laterDay(whole.from, later) }).length;
      expect(count).toBeGreaterThan(1_400);
      expect(count).toBeLessThan(1_600);
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6])('has no vessel in two places when it begins %i days later', (later) => {
    const byVessel = Map.groupBy(
      departures({ ...whole, from: laterDay(whole.from, later) }),
      (one) => one.vessel,
    );
    for (const [vessel, sailed] of byVessel) {
      const ordered = sailed.toSorted((one, other) => one.start - other.start);
      const late = ordered.filter((one, index) => one.start < (ordered[index - 1]?.free ?? 0));
      expect([vessel, late]).toEqual([vessel, []]);
    }
  });

  it('sails today, and never with more people than there are places', () => {
    expect(departures({ ...whole, days: 1 }).length).toBeGreaterThan(10);
    for (const { schedule } of schedules) {
      const places = schedule.vessel ? placesOf(planOf(schedule.vessel).geometry) : 48;
      expect(schedule.capacity ?? places).toBeLessThanOrEqual(places);
    }
  });
});
