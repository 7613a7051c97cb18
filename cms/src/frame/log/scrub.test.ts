import { scrub } from './scrub.ts';

describe('text for the log', () => {
  it.each([
    ['GET /api/x?email=anna@example.org&token=abc 200', 'GET /api/x?[query] 200'],
    [
      'Key (email)=(anna.petrova+1@mail.example.org) already exists.',
      'Key (email)=([email]) already exists.',
    ],
    ['Authorization: Bearer abc.def-ghi_jkl=', 'Authorization: Bearer [token]'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.c2ln expired', 'jwt [token] expired'],
    ['call +7 (921) 123-45-67 now', 'call [phone] now'],
    ['at file.js:10:5, took 12345678 ms?', 'at file.js:10:5, took 12345678 ms?'],
  ])('%s', (dirty, clean) => {
    expect(scrub(dirty)).toBe(clean);
  });

  it.each([
    ['after a local part that is too long', `${'a'.repeat(9000)}@example.org`, /^a{8936}\[email\]$/],
    ['after dots', `${'a.'.repeat(8000)}b@example.org`, /\[email\]$/],
    ['with a long domain', `anna@${'x.'.repeat(8000)}org`, /^\[email\]$/],
    ['a token after what only looks like one', `${'-eyJ'.repeat(4000)} eyJh.eyJp.c2ln`, / \[token\]$/],
    ['a token of a long payload', `eyJh.${'eyJp'.repeat(4000)}.c2ln`, /^\[token\]$/],
    ['a token after spaces', `Bearer ${'a'.repeat(9000)}`, /^Bearer \[token\]$/],
    ['a query of a long address', `/x?${'a&'.repeat(8000)}b=1`, /^\/x\?\[query\]$/],
  ])('that is long is cleaned too: %s', (_what, dirty, clean) => {
    expect(scrub(dirty)).toMatch(clean);
  });
});
