import { inflateRawSync } from 'node:zlib';
import { frame, type Word } from './frame.ts';
import { counted } from './open-maps.ts';
import { type Reader, seatStream } from './stream.ts';
import { farewells } from './terms.ts';

const words = (map: Record<string, Word[1]>): Word[] =>
  Object.entries(map).map(([seatCode, status]) => [seatCode, status]);

function reading() {
  const heard: string[] = [];
  const reader: Reader = {
    send: (one) => void heard.push(one.text()),
    leave: ({ code }) => void heard.push(`left ${code}`),
  };
  return { heard, reader };
}

describe('frames of the live map', () => {
  it('are a number and pairs of code and word', () => {
    expect(frame(3, () => words({ A1: 'free' })).text()).toBe('{"seq":3,"seats":[["A1","free"]]}');
  });

  it('are made once, as the protocol has them', () => {
    const small = frame(3, () => words({ A1: 'free' }));
    expect(small.bytes(true)).toBe(small.bytes(false));
    expect(small.bytes(false).subarray(0, 2)).toEqual(Buffer.from([0x81, small.text().length]));
    const large = frame(4, () =>
      words(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`A${at}`, 'free']))),
    );
    const packed = large.bytes(true);
    expect(large.bytes(true)).toBe(packed);
    expect(packed.subarray(0, 2)).toEqual(Buffer.from([0xc1, 126]));
    const block = Buffer.concat([packed.subarray(4), Buffer.from([0, 0, 0xff, 0xff])]);
    expect(inflateRawSync(block, { finishFlush: 2 }).toString()).toBe(large.text());
  });
});

describe('a stream', () => {
  it('counts its changes one by one and is silent when nothing has changed', () => {
    const stream = seatStream(words({ A1: 'free' }));
    const { heard, reader } = reading();
    stream.join(reader);
    stream.advance(words({ A1: 'free' }));
    stream.advance(words({ A1: 'reserved' }));
    stream.leave(reader);
    stream.advance(words({ A1: 'free' }));
    expect(heard).toEqual(['{"seq":1,"seats":[["A1","free"]]}', '{"seq":2,"seats":[["A1","reserved"]]}']);
    stream.join(reader);
    expect(heard.at(-1)).toBe('{"seq":3,"seats":[["A1","free"]]}');
  });

  it('is told only what is different, knows no places beside those of its map, and says good-bye to all', () => {
    const stream = seatStream(words({ A1: 'free', A2: 'free' }));
    const { heard, reader } = reading();
    stream.join(reader);
    stream.advance(words({ A2: 'sold', B1: 'sold' }));
    stream.end(farewells.otherPlan);
    expect(heard.slice(1)).toEqual(['{"seq":2,"seats":[["A2","sold"]]}', 'left 4409']);
  });

  it('tells thousands in turns, each every change once, also those who come and go meanwhile', async () => {
    const settled = Promise.withResolvers<number>();
    const stream = seatStream(words({ A1: 'free' }), settled.resolve);
    const readers = Array.from({ length: 1200 }, reading);
    readers.forEach(({ reader }) => stream.join(reader));
    stream.advance(words({ A1: 'reserved' }));
    expect(stream.isTelling()).toBe(true);
    const late = reading();
    stream.join(late.reader);
    stream.advance(words({ A1: 'sold' }));
    const gone = readers.pop();
    if (gone) stream.leave(gone.reader);
    await settled.promise;
    const all = [1, 2, 3].map((seq) => expect.stringContaining(`"seq":${seq}`));
    expect(new Set(readers.map(({ heard }) => heard.length))).toEqual(new Set([3]));
    expect(readers.at(-1)?.heard).toEqual(all);
    expect(late.heard).toEqual(all.slice(1));
    expect(gone?.heard).toEqual(all.slice(0, 1));
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
