import { type Previewed, previewedBy, previewKey, previewMinutes, previewTokenOf } from './preview-token.ts';

const key = previewKey('an installation of its own');
const now = new Date('2026-11-20T12:00:00Z');
const draft: Previewed = { type: 'page', id: 'k3f0q8v1m2n4b6c7d9e1g5h8', state: 'draft' };
const token = previewTokenOf(draft, now, key);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('a preview link', () => {
  it('opens the one document it was made for', () => {
    expect(previewedBy(token, now, key)).toEqual(draft);
  });

  it('ends', () => {
    expect(previewedBy(token, later(previewMinutes - 1), key)).toEqual(draft);
    expect(previewedBy(token, later(previewMinutes), key)).toBeUndefined();
  });

  it('opens nothing else when somebody rewrites it', () => {
    const rewritten = [
      token.replace('page', 'activity'),
      token.replace('draft', 'published'),
      token.replace('k3f0', 'k3f1'),
      token.replace(/\.(\d+)\./, (_all, until: string) => `.${Number(until) + 9}.`),
      token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
    ];
    for (const one of rewritten) expect([one, previewedBy(one, now, key)]).toEqual([one, undefined]);
  });

  it('of another installation opens nothing', () => {
    expect(previewedBy(token, now, previewKey('somebody else’s'))).toBeUndefined();
  });

  it.each(['', '.', 'page', `${token}x`, `x${token}`, 'a'.repeat(5000)])('%p is none', (text) => {
    expect(previewedBy(text, now, key)).toBeUndefined();
  });
});
