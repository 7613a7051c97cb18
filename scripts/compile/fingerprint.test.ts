import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';

const root = mkdtempSync(join(tmpdir(), 'gangway-fingerprint-'));
const paths = [join(root, 'admin'), join(root, 'package.json'), join(root, 'absent')];
const print = (values: unknown = {}) => fingerprint({ root, paths, values });

beforeAll(() => {
  mkdirSync(join(root, 'admin', 'pages'), { recursive: true });
  writeFileSync(join(root, 'admin', 'pages', 'home.tsx'), 'home');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'other.ts'), 'other');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the fingerprint of what goes into a build', () => {
  it('stays as long as nothing of it changes', () => {
    const before = print();
    writeFileSync(join(root, 'other.ts'), 'changed');
    writeFileSync(join(root, 'admin', 'home.test.tsx'), 'a test');
    expect(print()).toBe(before);
  });

  it.each([
    ['a content', () => writeFileSync(join(root, 'admin', 'pages', 'home.tsx'), 'new home')],
    [
      'a name',
      () => renameSync(join(root, 'admin', 'pages', 'home.tsx'), join(root, 'admin', 'pages', 'start.tsx')),
    ],
    ['a new file', () => writeFileSync(join(root, 'admin', 'app.tsx'), '')],
    ['a file that was absent', () => writeFileSync(join(root, 'absent'), '')],
  ])('changes with %s', (_, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });

  it('changes with the values beside the files', () => {
    expect(print({ STRAPI_ADMIN_X: '1' })).not.toBe(print({ STRAPI_ADMIN_X: '2' }));
  });
});
