import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../root.ts';
import { runCommand } from '../../run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-bench-'));

// A database, a season, and a row that may have to look for its rate.
jest.setTimeout(900_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Results {
  commit: string;
  scale: { seats: number };
  rows: {
    name: string;
    measures: { name: string; values: number[] }[];
    rounds: { planned: number; answers: Record<string, number>; processor: Record<string, number> }[];
  }[];
}

describe('the bench', () => {
  it('measures a row from empty data to the table, and leaves no process and no database', async () => {
    const data = join(folder, 'data');
    const out = join(folder, 'out');
    const file = join(root, 'scripts', 'bench', 'index.ts');
    const args = ['--only=locks', '--quick', '--small', '--seconds=1', `--data=${data}`, `--out=${out}`];
    const { ok, output } = await runCommand({ file, args });
    expect({ ok, output }).toEqual({ ok: true, output: expect.stringContaining('locks per second') });

    const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as Results;
    const [locks] = results.rows;
    const figure = (name: string) => locks?.measures.find((measure) => measure.name === name)?.values;
    const [first] = locks?.rounds ?? [];
    expect(figure('seats given twice or lost')).toEqual([0]);
    expect(figure('wrong answers')).toEqual([0]);
    expect((first?.answers['200'] ?? 0) + (first?.answers['409'] ?? 0)).toBe(first?.planned);
    expect(first?.processor['cms']).toBeGreaterThan(0);
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('| locks per second');
    expect(readdirSync(join(data, 'postgres', 'data'))).not.toContain('postmaster.pid');
    expect(readdirSync(data)).not.toContain('bench.lock');
  });
});
