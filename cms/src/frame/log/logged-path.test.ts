import { beginningOf, loggedPath } from './logged-path.ts';

describe('the path of a request that no route answered', () => {
  it('is without addresses, tokens and phone numbers', () => {
    expect(loggedPath('/api/anna@example.org/eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln/x')).toBe(
      '/api/[email]/[token]/x',
    );
  });

  it.each([
    ['a long one', `/${'a.'.repeat(8000)}`],
    ['one of many segments', '/-eyJ'.repeat(4000)],
    ['one without a slash', '-eyJ'.repeat(4000)],
    ['the longest that fits and one more', `/${'x'.repeat(200)}`],
  ])('is cut before anything is looked for in it: %s', (_what, path) => {
    expect(beginningOf(path).length).toBeLessThanOrEqual(200);
    expect(path.startsWith(beginningOf(path))).toBe(true);
  });

  it('that fits stays whole', () => {
    const path = `/${'x'.repeat(199)}`;
    expect(beginningOf(path)).toBe(path);
  });

  it('leaves out the segment that would be cut in two: half an address is an address still', () => {
    const path = `/${'x'.repeat(180)}/anna.petrova@mail.example.org`;
    expect(loggedPath(path)).toBe(`/${'x'.repeat(180)}/`);
  });
});
