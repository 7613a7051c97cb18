import { newQueue } from './queue.ts';

describe('a queue', () => {
  it('gives back everything once, in the order in which it came', () => {
    const queue = newQueue<number>();
    const out: (number | undefined)[] = [];
    for (let number = 0; number < 20_000; number++) {
      queue.push(number);
      if (number % 3 === 0) out.push(queue.shift());
    }
    while (out.length < 20_000) out.push(queue.shift());
    expect(out).toEqual(Array.from({ length: 20_000 }, (_, number) => number));
    expect(queue.shift()).toBeUndefined();
  });
});
