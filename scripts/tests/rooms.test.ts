import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const checker = join(__dirname, '..', 'check', 'rooms.ts');
const house = mkdtempSync(join(tmpdir(), 'gangway-rooms-'));
afterAll(() => rmSync(house, { recursive: true }));

const allowed = [
  ['plugins/jobs/server/src/down.ts', 'plugins/kit/src/money.ts'],
  ['cms/src/down.ts', 'plugins/jobs/contract/job.ts'],
  ['scripts/anywhere.ts', 'cms/src/down.ts'],
  ['cms/src/api/x/services/seats.ts', 'cms/src/api/x/store/seats.ts'],
] as const;

const forbidden = [
  [
    'the ground floor a plugin',
    'plugins/kit/src/up.ts',
    'plugins/jobs/contract/job.ts',
    'kit may import no other room',
  ],
  [
    'a plugin its later neighbour',
    'plugins/audit-log/contract/side.ts',
    'plugins/jobs/contract/job.ts',
    'audit-log may',
  ],
  ['a plugin the cms', 'plugins/jobs/contract/up.ts', 'cms/src/shop.ts', 'jobs may import'],
  ['the cms a script', 'cms/src/up.ts', 'scripts/tool.ts', 'cms may import'],
  [
    'a client its sandbox',
    'plugins/payments/server/src/providers/yookassa/client.ts',
    'plugins/payments/server/src/providers/yookassa/sandbox/server.ts',
    'know each other by HTTP alone',
  ],
  [
    'a sandbox its client',
    'plugins/payments/server/src/providers/yookassa/sandbox/copies.ts',
    'plugins/payments/server/src/providers/yookassa/amounts.ts',
    'know each other by HTTP alone',
  ],
  ['a pure rule the store', 'cms/src/api/x/domain/impure.ts', 'cms/src/api/x/store/seats.ts', 'a pure rule'],
  ['a pure rule the file system', 'cms/src/api/x/domain/reads.ts', 'fs', 'a pure rule'],
  ['production a test', 'cms/src/shipped.ts', 'cms/src/tests/helper.ts', 'Tests and what serves them'],
  ['a file itself by way of another', 'cms/src/a.ts', 'cms/src/b.ts', 'circle'],
] as const;

const types = ['plugins/kit/src/up-for-types.ts', 'plugins/jobs/contract/job.ts'] as const;

function write(path: string, text: string) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `${text}\nexport const here = 1;\n`);
}

const specifier = (from: string, to: string) =>
  to === 'fs' ? 'node:fs' : '../'.repeat(from.split('/').length - 1) + to;

function check() {
  const targets = [...allowed.map(([, to]) => to), ...forbidden.map(([, , to]) => to)];
  for (const target of targets) if (target !== 'fs') write(target, '');
  for (const [from, to] of [...allowed, ...forbidden.map(([, from, to]) => [from, to] as const)]) {
    write(from, `import '${specifier(from, to)}';`);
  }
  write('cms/src/b.ts', `import './a.ts';`);
  write('plugins/unknown/package.json', '{}');
  write(types[0], `import type { here } from '${specifier(...types)}';`);
  const { status, stderr } = spawnSync(process.execPath, [checker, '--base', house], { encoding: 'utf8' });
  return { status, lines: stderr.split('\n').filter((line) => line.includes(' → ')) };
}

describe('the table of rooms', () => {
  let report: ReturnType<typeof check>;
  beforeAll(() => {
    report = check();
  });
  const linesFrom = (from: string) => report.lines.filter((line) => line.startsWith(`${from} → `));

  it('fails the check', () => {
    expect(report.status).toBe(1);
  });

  it.each(forbidden)('reports when %s imports', (_, from, to, reason) => {
    expect(linesFrom(from)).toEqual([expect.stringContaining(`${from} → ${to}: `)]);
    expect(linesFrom(from)[0]).toContain(reason);
  });

  it('reports a plugin that has no row', () => {
    expect(linesFrom('plugins/unknown/')).toEqual([
      'plugins/unknown/ → ?: a room without a row in config/rooms.js.',
    ]);
  });

  it('reports types that cross the table too', () => {
    expect(linesFrom(types[0])).toHaveLength(1);
  });

  it('has nothing against imports that run downwards', () => {
    expect(allowed.flatMap(([from]) => linesFrom(from))).toEqual([]);
  });
});
