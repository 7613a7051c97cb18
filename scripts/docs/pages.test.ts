import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { variableNames } from '../../config/variables.ts';
import { envExample } from './env-example.ts';
import { docsProblems } from './pages.ts';
import { withSettingsTable } from './settings-table.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'gangway-papers-'));
  write('README.md', '# House');
  write('ARCHITECTURE.md', '# Rooms');
  write('CHANGELOG.md', variableNames.join(' '));
  write('docs/proof.md', '# Proof');
  write('docs/operations/README.md', operations);
  write('.env.example', envExample());
});
afterEach(() => rmSync(base, { recursive: true }));

const marks =
  '<!-- settings: made from config/variables.ts by "node scripts/docs/write.ts" -->\n<!-- /settings -->\n';
const operations = withSettingsTable(marks);

function write(path: string, text: string) {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

describe('the papers of the house', () => {
  it('are in order when every page is there and true', () => {
    expect(docsProblems(base)).toEqual([]);
  });

  it.each(['README.md', 'ARCHITECTURE.md', 'docs/proof.md'])('lack %s', (page) => {
    rmSync(join(base, page));
    expect(docsProblems(base)).toEqual([`${page} is missing: somebody looks for it there.`]);
  });

  it.each(['plugins/payments', 'cms/src/api/ordering', 'database'])('lack the page of %s', (room) => {
    mkdirSync(join(base, room), { recursive: true });
    const why = 'every room says in one page what it is';
    expect(docsProblems(base)).toContain(`${room}/README.md is missing: ${why}.`);
    for (const part of ['cms', 'database', room]) write(`${part}/README.md`, '# Room');
    expect(docsProblems(base)).toEqual([]);
  });

  it('link to nothing', () => {
    write(
      'docs/buyers.md',
      '[here](../README.md#top) [there](none.md) [away](https://example.org) [down](#below)',
    );
    expect(docsProblems(base)).toEqual(['docs/buyers.md links to none.md, which does not exist.']);
  });

  it('do not explain an error code', () => {
    write('scripts/boat.ts', `throw operatorError('BOAT_SUNK', 'The boat sank: take another.');`);
    write('scripts/README.md', 'BOAT_SUNKEN');
    expect(docsProblems(base)).toEqual(['No page explains the error code BOAT_SUNK (scripts/boat.ts).']);
    write('scripts/README.md', '`BOAT_SUNK`: take another.');
    expect(docsProblems(base)).toEqual([]);
  });

  it('have parts that are not made from what they describe', () => {
    write('.env.example', '');
    write('docs/operations/README.md', operations.replace('54329', '5432'));
    const advice = 'is not what config/variables.ts says: run "node scripts/docs/write.ts".';
    expect(docsProblems(base)).toEqual([`.env.example ${advice}`, `docs/operations/README.md ${advice}`]);
  });
});
