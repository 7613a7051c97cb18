import fc from 'fast-check';
import { bestAvailable, nextBest } from './best-available.ts';
import type { Geometry } from './geometry.ts';
import { holdTerms, prolonged, termFrom } from './hold-terms.ts';
import { type Change, changesOf, merged } from './pools.ts';
import { wholeTables } from './whole-tables.ts';
import { claimsInMemory } from '../projection/claims-in-memory.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };
const zones = ['bow', 'stern'];

/** Rows of random lengths, each in one zone, and some tables that are sold whole. */
const plans = fc
  .record({
    rows: fc.array(fc.record({ length: fc.integer({ min: 1, max: 9 }), zone: fc.constantFrom(...zones) }), {
      ...{ minLength: 1, maxLength: 6 },
    }),
    tables: fc.array(fc.integer({ min: 2, max: 6 }), { maxLength: 3 }),
  })
  .map(({ rows, tables }): Geometry => {
    const seat = (seatCode: string, x: number, y: number, zone: string) => ({
      seatCode,
      number: '1',
      x,
      y,
      zone,
    });
    const box = { x: 0, y: 900, width: 100, height: 100 };
    return {
      zones: zones.map((id, at) => ({ id, name, tint: at + 1 })),
      decks: [
        {
          ...{ id: 'main', name, width: 600, height: 2000, outline: 'M 0 0 H 600 V 2000 H 0 Z', areas: [] },
          sections: [
            {
              ...{ id: 'hall', name },
              rows: rows.map(({ length, zone }, row) => ({
                label: String(row),
                seats: Array.from({ length }, (_, at) => seat(`${row}-${at}`, 60 * at, 100 * row, zone)),
              })),
              tables: tables.map((length, table) => ({
                ...{
                  id: `t${table}`,
                  label: `T${table}`,
                  ...box,
                  shape: 'round' as const,
                  sale: 'whole' as const,
                },
                seats: Array.from({ length }, (_, at) => seat(`T${table}-${at}`, 60 * at, 1000, 'stern')),
              })),
            },
          ],
        },
      ],
    };
  });

const codesOf = (plan: Geometry) =>
  plan.decks.flatMap((deck) =>
    deck.sections.flatMap(({ rows, tables }) =>
      [...rows, ...tables].flatMap(({ seats }) => seats.map(({ seatCode }) => seatCode)),
    ),
  );

const halls = plans.chain((plan) =>
  fc.record({
    plan: fc.constant(plan),
    taken: fc.subarray(codesOf(plan)),
    count: fc.integer({ min: 1, max: 6 }),
  }),
);

describe('the rules of places', () => {
  it('the best seats are free, as many as asked for, of the zone, and together when a row has room', () => {
    fc.assert(
      fc.property(halls, fc.option(fc.constantFrom(...zones)), ({ plan, taken, count }, zone) => {
        const wish = { count, ...(zone ? { zone } : {}) };
        const best = bestAvailable({ plan, taken: new Set(taken), ...wish });
        const single = codesOf(plan).filter((code) => !taken.includes(code) && !code.startsWith('T'));
        if (!best) return;
        expect(new Set(best.map(({ seatCode }) => seatCode)).size).toBe(count);
        for (const place of best) {
          expect(single).toContain(place.seatCode);
          if (zone) expect(place.zone).toBe(zone);
        }
        const runs = Map.groupBy(single, (code) => code.split('-')[0]);
        const fits = [...runs.values()].some((row) => longestRun(row) >= count) && !zone;
        if (fits) expect(new Set(best.map(({ seatCode }) => seatCode.split('-')[0])).size).toBe(1);
      }),
    );
  });

  it('a lost seat becomes a free one of its own zone, and those that are free stay', () => {
    fc.assert(
      fc.property(halls, ({ plan, taken, count }) => {
        const wanted = plan.decks[0]?.sections[0]?.rows.flatMap(({ seats }) => seats).slice(0, count) ?? [];
        const places = nextBest({ plan, taken: new Set(taken), wanted });
        if (!places) return;
        expect(new Set(places.map(({ seatCode }) => seatCode)).size).toBe(wanted.length);
        wanted.forEach(({ seatCode, zone }, at) => {
          expect(places[at]?.zone).toBe(zone);
          expect(taken).not.toContain(places[at]?.seatCode);
          if (!taken.includes(seatCode)) expect(places[at]?.seatCode).toBe(seatCode);
        });
      }),
    );
  });

  it('a table that is sold whole is asked for whole, whichever of its seats is named', () => {
    fc.assert(
      fc.property(halls, ({ plan, taken }) => {
        const asked = wholeTables(plan, taken);
        expect(new Set(asked).size).toBe(asked.length);
        for (const code of codesOf(plan)) {
          const table = /^T\d+/.exec(code)?.[0];
          const together = taken.some((other) => other === code || (table && other.startsWith(`${table}-`)));
          expect(asked.includes(code)).toBe(together);
        }
      }),
    );
  });

  it('a hold is prolonged, never shortened, and never past its longest life', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(fc.integer({ min: -1e9, max: 1e9 })),
        (start, steps) => {
          const now = new Date(start);
          const { expiresAt, maxExpiresAt } = termFrom(now);
          expect(expiresAt.getTime() - start).toBe(holdTerms.lifeMs);
          steps.reduce((end, step) => {
            const next = prolonged({ expiresAt: end, maxExpiresAt }, new Date(start + step));
            expect(next.getTime()).toBeGreaterThanOrEqual(end.getTime());
            expect(next.getTime()).toBeLessThanOrEqual(maxExpiresAt.getTime());
            return next;
          }, expiresAt);
        },
      ),
    );
  });

  it('counters move by what their claims are worth, each once and in one order', () => {
    const claim = fc.record({
      ...{ eventId: fc.constantFrom('a', 'b'), pool: fc.constantFrom('event', 'zone:x', 'zone:y') },
      ...{ quantity: fc.integer({ min: 1, max: 9 }), takesPlace: fc.boolean() },
    });
    fc.assert(
      fc.property(fc.array(claim), fc.array(claim), (gained, lost) => {
        const changes = merged([...changesOf(gained, { held: 1 }), ...changesOf(lost, { held: -1 })]);
        const keys = changes.map(({ eventId, pool }) => `${eventId} ${pool}`);
        expect(keys).toEqual([...new Set(keys)].sort());
        const worth = (claims: typeof gained, eventId: string, pool: string) =>
          claims
            .filter(
              (one) => one.takesPlace && one.eventId === eventId && (pool === 'event' || one.pool === pool),
            )
            .reduce((sum, { quantity }) => sum + quantity, 0);
        for (const eventId of ['a', 'b'])
          for (const pool of ['event', 'zone:x', 'zone:y'])
            expect(heldIn(changes, eventId, pool)).toBe(
              worth(gained, eventId, pool) - worth(lost, eventId, pool),
            );
      }),
    );
  });

  it('a hold counts until it dies and not a moment longer, whenever it is asked', () => {
    const until = fc.option(fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(
        fc.array(until),
        fc.array(fc.integer({ min: 0, max: 101 }), { minLength: 1 }),
        (ends, moments) => {
          const memory = claimsInMemory();
          const seats = ends.map((end, at) => ({ seatCode: String(at), state: 'held' as const, until: end }));
          memory.replace([{ eventId: 'a', seq: 1, seats, counts: [{ id: '1', places: 3, until: 50 }] }]);
          for (const now of moments) {
            memory.clockMoved();
            const alive = ends.filter((end) => end === null || end > now).length;
            expect(memory.takenAt(new Date(now)).places.get('a')).toBe(alive + (now < 50 ? 3 : 0));
          }
        },
      ),
    );
  });

  it('an older reading of a departure never takes the place of a newer one', () => {
    const memory = claimsInMemory();
    const claims = (seq: number, places: number) => ({
      eventId: 'a',
      seq,
      seats: [],
      counts: [{ id: '1', places, until: null }],
    });
    memory.replace([claims(2, 5)]);
    memory.replace([claims(1, 3)]);
    expect(memory.takenAt(new Date(0)).places.get('a')).toBe(5);
    memory.replace([claims(1, 3)], { all: true });
    expect(memory.takenAt(new Date(0)).places.get('a')).toBe(3);
  });
});

function longestRun(codes: readonly string[]): number {
  const at = codes.map((code) => Number(code.split('-')[1])).sort((left, right) => left - right);
  return at.reduce(
    ({ best, run, last }, seat) => {
      const next = seat === last + 1 ? run + 1 : 1;
      return { best: Math.max(best, next), run: next, last: seat };
    },
    { best: 0, run: 0, last: -9 },
  ).best;
}

const heldIn = (changes: readonly Change[], eventId: string, pool: string) =>
  changes.find((change) => change.eventId === eventId && change.pool === pool)?.held ?? 0;
