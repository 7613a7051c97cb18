import { familyTimeMs, parseStat, residentBytes } from './clock-ticks.ts';

describe('processor time', () => {
  it('is read behind a name that holds brackets and spaces', () => {
    const line = '42 (a (b) c) S 7 42 42 0 -1 0 1 2 3 4 150 50 30 20 20 0 1 0 99 1000 10';
    expect(parseStat(line)).toEqual({ parent: 7, ownMs: 2000, childrenMs: 500 });
  });

  it('is known of this process, and 0 of one that is gone', () => {
    expect(familyTimeMs(process.pid)).toBeGreaterThan(0);
    expect(familyTimeMs(2 ** 30)).toBe(0);
  });
});

describe('memory', () => {
  it('is known of this process, and 0 of one that is gone', () => {
    expect(residentBytes(process.pid)).toBeGreaterThan(1_000_000);
    expect(residentBytes(2 ** 30)).toBe(0);
  });
});
