import { readTokens } from './read-tokens.ts';

const second = (at: number) => new Date(at * 1_000 + 999);

function reader(tokens: Record<string, { exp?: number }>) {
  const read: string[] = [];
  const says = readTokens((token) => {
    read.push(token);
    return tokens[token];
  });
  return { read, says };
}

describe('what tokens say', () => {
  it('is read once for as long as they are good', () => {
    const { read, says } = reader({ a: { exp: 100 } });
    expect([says('a', second(98)), says('a', second(99))]).toEqual([{ exp: 100 }, { exp: 100 }]);
    expect(read).toEqual(['a']);
  });

  it('is read again once they have run out, and by whoever reads them', () => {
    const tokens: Record<string, { exp?: number }> = { a: { exp: 100 } };
    const { read, says } = reader(tokens);
    says('a', second(99));
    delete tokens['a'];
    expect([says('a', second(100)), says('a', second(99))]).toEqual([undefined, undefined]);
    expect(read).toEqual(['a', 'a', 'a']);
  });

  it('is not kept of wrong ones, nor of those that never run out', () => {
    const { read, says } = reader({ b: {} });
    for (const token of ['x', 'x', 'b', 'b']) says(token, second(1));
    expect(read).toEqual(['x', 'x', 'b', 'b']);
  });

  it('is kept of a bounded number', () => {
    const all = Array.from({ length: 1_001 }, (_, at) => `t${at}`);
    const { read, says } = reader(Object.fromEntries(all.map((token) => [token, { exp: 100 }])));
    for (const token of [...all, 't0', 't1000']) says(token, second(1));
    expect(read.slice(1_001)).toEqual(['t0']);
  });
});
