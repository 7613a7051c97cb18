import { planOf } from './layout.ts';
import { sampleLayout } from './sample-plan.ts';
import { type Action, type Hold, reducer, type State, stateOf } from './state.ts';
import { type Frame, lookOf, type Word, wordsOf } from './words.ts';

const plan = planOf(sampleLayout);
const reduce = reducer(plan);
const hold: Hold = { expiresAt: '2026-11-20T10:15:00Z', seats: ['1A', '1B'], counts: [] };
const all = (word: Word, but: Record<string, Word> = {}): Frame['seats'] =>
  [...plan.seats.keys()].map((code) => [code, but[code] ?? word] as const);
const whole = (seq: number, but: Record<string, Word> = {}): Action => ({
  type: 'frame',
  frame: { seq, seats: all('free', but) },
});
const delta = (seq: number, ...seats: [string, Word][]): Action => ({ type: 'frame', frame: { seq, seats } });
const after = (actions: Action[], first: Partial<State> = {}) =>
  actions.reduce(reduce, { ...stateOf({ words: new Map(all('free')) }), ...first });
const lookAt = ({ words, hold: held }: State, id: string) => {
  const place = plan.byId.get(id);
  if (!place) throw new Error(`There is no place ${id}.`);
  return lookOf(place, { words, own: new Set(held?.seats) });
};

describe('frames', () => {
  it('bring the whole map first, then what has changed', () => {
    const state = after([whole(7, { '1A': 'sold' }), delta(8, ['1B', 'reserved'])]);
    expect([state.seq, lookAt(state, '1A'), lookAt(state, '1B'), lookAt(state, '1C')]).toEqual([
      ...[8, 'sold', 'reserved', 'free'],
    ]);
  });

  it('are not believed after a gap, until the whole map comes again', () => {
    const gap = after([whole(1), delta(3, ['1A', 'sold'])]);
    expect([gap.gap, gap.seq, lookAt(gap, '1A')]).toEqual([true, undefined, 'free']);
    const still = reduce(gap, delta(4, ['1B', 'sold']));
    expect([lookAt(still, '1B'), still.gap]).toEqual(['free', false]);
    const again = reduce(still, whole(4, { '1A': 'sold', '1B': 'sold' }));
    expect([again.seq, lookAt(again, '1A'), lookAt(again, '1B')]).toEqual([4, 'sold', 'sold']);
  });

  it('say what somebody else has taken, never what is one’s own', () => {
    const busy = after([whole(1), { type: 'asking', places: ['1C'], for: 'taking' }], { hold });
    const state = reduce(busy, delta(2, ['1A', 'reserved'], ['1C', 'reserved'], ['2A', 'sold']));
    expect(state.news).toEqual({ kind: 'taken', seats: ['2A'] });
  });

  it('raise a doubt when an own place is said to be free or sold', () => {
    const held = after([whole(1, { '1A': 'reserved', '1B': 'reserved' })], { hold });
    expect(held.doubt).toBe(false);
    expect(reduce(held, delta(2, ['1A', 'free'])).doubt).toBe(true);
    expect(reduce(held, delta(2, ['1B', 'sold'])).doubt).toBe(true);
    expect(reduce(held, delta(2, ['3A', 'sold'])).doubt).toBe(false);
  });

  it('raise none about a place that is being let go, nor about one that no frame has named yet', () => {
    const held = after([whole(1, { '1A': 'reserved', '1B': 'reserved' })], { hold });
    const leaving = reduce(held, { type: 'asking', places: ['1A'], for: 'leaving' });
    expect(reduce(leaving, delta(2, ['1A', 'free'])).doubt).toBe(false);
    expect(after([whole(1), delta(2, ['3A', 'sold'])], { hold }).doubt).toBe(false);
  });
});

describe('the server’s word', () => {
  it('wins over the own hope: a place that somebody else has is theirs', () => {
    const asking: Action = { type: 'asking', places: ['1A'], for: 'taking' };
    const news = { kind: 'refused', code: 'SEAT_TAKEN', message: '', seats: ['1A'] } as const;
    const state = after([whole(1), asking, { type: 'refused', places: ['1A'], news }]);
    expect([lookAt(state, '1A'), state.busy.size, state.hold]).toEqual(['reserved', 0, undefined]);
    expect(state.news).toEqual(news);
  });

  it('tells what has expired, and nothing about what was bought in another tab', () => {
    const own = (word: Word, isOver: boolean): Action => ({
      ...{ type: 'own', seats: ['1B'], isOver },
      words: new Map(all('free', { '1A': word, '1B': 'reserved' })),
    });
    const expired = after([own('free', false)], { hold, doubt: true });
    expect([expired.news, expired.hold?.seats, expired.doubt]).toEqual([
      ...[{ kind: 'expired', seats: ['1A'] }, ['1B'], false],
    ]);
    expect(after([own('sold', false)], { hold }).news).toBeUndefined();
    expect(after([own('reserved', true)], { hold }).news).toEqual({ kind: 'expired', seats: ['1A'] });
  });

  it('calls a place held that the session itself holds', () => {
    expect(wordsOf([{ seatCode: '1A', status: 'selected' }])).toEqual(new Map([['1A', 'reserved']]));
    const state = after([whole(1, { '1A': 'reserved' })], { hold });
    expect(lookAt(state, '1A')).toBe('mine');
  });
});

describe('a table that is sold whole', () => {
  const table = 'table:main:t1';

  it('is as free as its least free seat, and one’s own only as a whole', () => {
    expect(lookAt(after([whole(1)]), table)).toBe('free');
    expect(lookAt(after([whole(1, { 'T1-3': 'sold' })]), table)).toBe('sold');
    const some = after([whole(1)], { hold: { ...hold, seats: ['T1-1', 'T1-2'] } });
    expect(lookAt(some, table)).toBe('free');
    const every = after([whole(1)], { hold: { ...hold, seats: ['T1-1', 'T1-2', 'T1-3', 'T1-4'] } });
    expect(lookAt(every, table)).toBe('mine');
  });
});
