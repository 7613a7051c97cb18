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
});
