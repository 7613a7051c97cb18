import fc from 'fast-check';
import type { NumberedChange } from '../domain/place-changes.ts';
import type { EventClaims } from '../store/live-claims.ts';
import { claimsInMemory } from './claims-in-memory.ts';

const eventId = 'event';
const codes = ['A1', 'A2', 'A3', 'A4'];

type Row = { state: 'held' | 'sold'; until: number | null };
type Model = {
  seq: number;
  seats: Map<string, Row>;
  counts: Map<string, { places: number; until: number | null }>;
};

const reading = ({ seq, seats, counts }: Model): EventClaims => ({
  ...{ eventId, seq },
  seats: [...seats].map(([seatCode, row]) => ({ seatCode, ...row })),
  counts: [...counts].map(([id, count]) => ({ id, ...count })),
});

const step = fc.record({
  seat: fc.constantFrom(...codes),
  word: fc.constantFrom('held', 'sold', 'free'),
  until: fc.integer({ min: 1, max: 20 }),
  count: fc.constantFrom('1', '2', '3'),
  places: fc.integer({ min: 0, max: 3 }),
  now: fc.integer({ min: 0, max: 25 }),
  heard: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Changes the model, and says how. */
function change(model: Model, { seat, word, until, count, places }: Step): NumberedChange {
  const end = word === 'held' ? until : null;
  if (word === 'free') model.seats.delete(seat);
  else model.seats.set(seat, { state: word as 'held' | 'sold', until: end });
  if (places === 0) model.counts.delete(count);
  else model.counts.set(count, { places, until });
  model.seq += 1;
  return {
    eventId,
    seq: model.seq,
    seats: [[seat, word as Row['state'], end]],
    counts: [[count, places, until]],
  };
}

const at = (now: number) => new Date(now);

describe('claims in memory', () => {
  it('say the same as a full reading, whatever has changed, died or been missed, and wherever the clock is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const memory = claimsInMemory();
        const model: Model = { seq: 0, seats: new Map(), counts: new Map() };
        for (const one of steps) {
          const told = change(model, one);
          if (one.heard && !memory.apply(told)) memory.replace([reading(model)]);
          if (!one.heard) continue;
          const fresh = claimsInMemory();
          fresh.replace([reading(model)]);
          memory.clockMoved();
          const seen = (of: typeof memory) =>
            codes.map((code) => of.claimsOf(eventId, at(one.now))?.seat(code)?.state);
          expect(seen(memory)).toEqual(seen(fresh));
          expect(memory.takenAt(at(one.now)).places.get(eventId) ?? 0).toBe(
            fresh.takenAt(at(one.now)).places.get(eventId) ?? 0,
          );
        }
      }),
    );
  });

  it('name every place whose word may differ since they were asked', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const memory = claimsInMemory();
        const model: Model = { seq: 1, seats: new Map(), counts: new Map() };
        memory.replace([reading(model)]);
        const shown = new Map<string, string | undefined>();
        for (const one of steps) {
          memory.apply(change(model, one));
          memory.clockMoved();
          const claims = memory.claimsOf(eventId, at(one.now));
          for (const code of claims?.touched() ?? []) shown.set(code, claims?.seat(code)?.state);
          for (const code of codes) expect(shown.get(code)).toBe(claims?.seat(code)?.state);
        }
      }),
    );
  });

  it('are not turned back by who asks late for an earlier moment, only by a clock that was moved', () => {
    const memory = claimsInMemory();
    const held: EventClaims['seats'][number] = { seatCode: 'A1', state: 'held', until: 100 };
    memory.replace([{ eventId, seq: 1, seats: [held], counts: [] }], { all: true });
    const seen = (now: number) => ({
      word: memory.claimsOf(eventId, at(now))?.seat('A1')?.state,
      version: memory.claimsOf(eventId, at(now))?.version(),
      taken: memory.takenAt(at(now)).places.get(eventId),
    });
    const gone = seen(120);
    expect(gone).toMatchObject({ word: undefined, taken: 0 });
    expect(seen(90)).toEqual(gone);
    memory.clockMoved();
    expect(seen(90)).toMatchObject({ word: 'held', taken: 1 });
    expect(seen(100_000)).toMatchObject({ word: undefined, taken: 0 });
    expect(seen(90)).toMatchObject({ word: 'held', taken: 1 });
  });

  it('ask for a reading after a gap and when nobody can say what has changed, and take no change twice', () => {
    const memory = claimsInMemory();
    const sold = (seq: number, seat: string): NumberedChange => ({
      eventId,
      seq,
      seats: [[seat, 'sold', null]],
      counts: [],
    });
    expect(memory.apply(sold(2, 'A2'))).toBe(false);
    expect([memory.apply(sold(1, 'A1')), memory.apply(sold(1, 'A3'))]).toEqual([true, true]);
    expect(memory.claimsOf(eventId, at(0))?.seat('A3')).toBeUndefined();
    expect([memory.apply(sold(3, 'A3')), memory.apply({ eventId, seq: 2 })]).toEqual([false, false]);
    expect(memory.takenAt(at(0)).places.get(eventId)).toBe(1);
  });

  it('are not put back by a reading that began earlier', () => {
    const memory = claimsInMemory();
    const early = { eventId, seq: 1, seats: [], counts: [] };
    memory.replace([early]);
    memory.apply({ eventId, seq: 2, seats: [['A1', 'sold', null]], counts: [] });
    memory.replace([early]);
    expect(memory.takenAt(at(0)).places.get(eventId)).toBe(1);
    memory.replace([], { all: true });
    expect(memory.takenAt(at(0)).places.get(eventId)).toBeUndefined();
  });
});
