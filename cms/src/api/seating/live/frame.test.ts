import { changedWords, frame, isSamePlan, wordsOf } from './frame.ts';
import { counted } from './open-maps.ts';
import { type Reader, seatStream } from './stream.ts';
import { farewells } from './terms.ts';

const map = (words: Record<string, 'free' | 'sold' | 'reserved'>) =>
  wordsOf(Object.entries(words).map(([seatCode, status]) => ({ seatCode, status })));

function reading() {
  const heard: string[] = [];
  const reader: Reader = {
    send: (bytes) => void heard.push(bytes),
    leave: ({ code }) => void heard.push(`left ${code}`),
  };
  return { heard, reader };
}

describe('frames of the live map', () => {
  it('are a number and pairs of code and word', () => {
    expect(frame(3, map({ A1: 'free' }))).toBe('{"seq":3,"seats":[["A1","free"]]}');
  });

  it('name what has another word, and know another plan', () => {
    const before = map({ A1: 'free', A2: 'free' });
    expect(changedWords(before, map({ A1: 'sold', A2: 'free' }))).toEqual([['A1', 'sold']]);
    expect(isSamePlan(before, map({ A1: 'sold', A2: 'free' }))).toBe(true);
    expect(isSamePlan(before, map({ A1: 'sold', A3: 'free' }))).toBe(false);
    expect(isSamePlan(before, map({ A1: 'sold' }))).toBe(false);
  });
});

describe('a stream', () => {
  it('counts its changes one by one and is silent when nothing has changed', () => {
    const stream = seatStream(map({ A1: 'free' }));
    const { heard, reader } = reading();
    stream.join(reader);
    stream.advance(map({ A1: 'free' }));
    stream.advance(map({ A1: 'reserved' }));
    stream.leave(reader);
    stream.advance(map({ A1: 'free' }));
    expect(heard).toEqual(['{"seq":1,"seats":[["A1","free"]]}', '{"seq":2,"seats":[["A1","reserved"]]}']);
    stream.join(reader);
    expect(heard.at(-1)).toBe('{"seq":3,"seats":[["A1","free"]]}');
  });

  it('tells nobody about another plan, and says good-bye to all', () => {
    const stream = seatStream(map({ A1: 'free' }));
    const { heard, reader } = reading();
    stream.join(reader);
    expect(stream.advance(map({ B1: 'free' }))).toBe(false);
    stream.end(farewells.otherPlan);
    expect(heard.slice(1)).toEqual(['left 4409']);
  });
});

describe('open maps', () => {
  it('are counted in all and behind each address', () => {
    const open = counted({ all: 3, perAddress: 2 });
    expect(['a', 'a', 'a', 'b', 'c'].map(open.enter)).toEqual([true, true, false, true, false]);
    open.leave('a');
    expect(['c', 'a'].map(open.enter)).toEqual([true, false]);
  });
});
