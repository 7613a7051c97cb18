import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proofFilesMissing, proofProblems, proofRows } from './proof.ts';
import type { TestOutcome } from './report.ts';

const green: TestOutcome = {
  file: 'a/b.test.ts',
  name: 'the boat floats',
  status: 'passed',
  milliseconds: 1,
};
const folder = mkdtempSync(join(tmpdir(), 'gangway-proof-'));
const file = join(folder, 'proof.md');
afterAll(() => rmSync(folder, { recursive: true }));

const page = (...rows: string[]) =>
  `# Proof\n\n| part | test | picture | figure |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\nThat is all.\n`;
const problems = (row: string, outcomes: TestOutcome[] = [green]) => {
  writeFileSync(file, page(row));
  return proofProblems({ file, outcomes });
};

describe('proofRows', () => {
  it('reads tests and pictures of every table and nothing else', () => {
    const first = page('| one | `a/b.test.ts › the boat floats`<br>`c.test.ts › x` | ![x](p/x.png) | 3 s |');
    const second = page('| two | a/b.test.ts › the boat floats | – | |');
    expect(proofRows(`${first}\n| other | table |\n| --- | --- |\n| a | b |\n${second}`)).toEqual([
      { part: 'one', tests: ['a/b.test.ts › the boat floats', 'c.test.ts › x'], pictures: ['p/x.png'] },
      { part: 'two', tests: ['a/b.test.ts › the boat floats'], pictures: [] },
    ]);
  });
});

describe('proofProblems', () => {
  it('has nothing against a row whose test is green and whose picture is there', () => {
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures', 'boat.png'), '');
    expect(problems('| a boat | `a/b.test.ts › the boat floats` | [boat](pictures/boat.png) | 1 |')).toEqual(
      [],
    );
  });

  it('takes a test name with › between its describe blocks', () => {
    expect(problems('| a boat | `a/b.test.ts › the boat › floats` | – | |')).toEqual([]);
  });

  it.each([
    ['that is absent', 'a/b.test.ts › the boat sinks', [green], 'which did not run'],
    ['of another file', 'other.test.ts › the boat floats', [green], 'which did not run'],
    [
      'that is red',
      'a/b.test.ts › the boat floats',
      [{ ...green, status: 'failed' as const }],
      'which is not green',
    ],
    [
      'that was skipped',
      'a/b.test.ts › the boat floats',
      [{ ...green, status: 'skipped' as const }],
      'which is not green',
    ],
  ])('refuses a test %s', (_, test, outcomes, reason) => {
    expect(problems(`| a boat | \`${test}\` | – | |`, outcomes)).toEqual([
      `"a boat" names the test "${test}", ${reason}.`,
    ]);
  });

  it('refuses a picture that is not there', () => {
    expect(problems('| a boat | `a/b.test.ts › the boat floats` | pictures/none.png | |')).toEqual([
      '"a boat" names the picture pictures/none.png, which does not exist.',
    ]);
  });

  it('refuses a row without a test, and a page without a table', () => {
    expect(problems('| a boat | – | – | |')).toEqual(['"a boat" names no test.']);
    writeFileSync(file, '# Proof\n');
    expect(proofProblems({ file, outcomes: [] })).toEqual([
      'docs/proof.md has no table with the columns part, test, picture, figure.',
    ]);
  });
});

describe('proofFilesMissing', () => {
  it('names test files and pictures that are not there, before anything has run', () => {
    const docs = join(folder, 'docs');
    for (const path of ['docs', 'a']) mkdirSync(join(folder, path));
    writeFileSync(join(folder, 'a', 'b.test.ts'), '');
    const here = '| a boat | a/b.test.ts › the boat floats | – | |';
    const gone = '| a ship | `c.test.ts › the ship sails` | pictures/none.png | |';
    writeFileSync(join(docs, 'proof.md'), page(here, gone));
    expect(proofFilesMissing(join(docs, 'proof.md'))).toEqual([
      '"a ship" names the test file c.test.ts, which does not exist.',
      '"a ship" names the picture pictures/none.png, which does not exist.',
    ]);
  });
});
