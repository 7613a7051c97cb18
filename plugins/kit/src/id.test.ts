import { idPattern, newId } from './id.ts';
import { hashToken, newToken } from './token.ts';

describe('ids and tokens', () => {
  it('have the shape of document ids and do not repeat', () => {
    const ids = Array.from({ length: 5000 }, newId);
    expect(ids.every((id) => idPattern.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(5000);
  });

  it('use every symbol of the alphabet', () => {
    const seen = new Set(Array.from({ length: 500 }, newId).join(''));
    expect(seen.size).toBe(36);
  });

  it('make tokens of the asked length that fit in a URL', () => {
    expect(newToken(24)).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('hash a token the same way each time and never to itself', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
