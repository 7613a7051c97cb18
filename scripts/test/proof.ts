import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestOutcome } from './report.ts';

/** One row of docs/proof.md: what was asked for, and what shows that it is there. */
export interface ProofRow {
  part: string;
  /** `path › name of the test`, several separated by `<br>`. */
  tests: string[];
  /** Paths of pictures, from the folder of the page. */
  pictures: string[];
}

const columns = ['part', 'test', 'picture', 'figure'];
const separator = ' › ';

/** The rows of every table with the columns part, test, picture, figure. */
export function proofRows(page: string): ProofRow[] {
  const lines = page.split('\n').map((line) => line.trim());
  const starts = lines.flatMap((line, index) => (cellsOf(line).join() === columns.join() ? [index + 2] : []));
  return starts.flatMap((start) => {
    const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'));
    return lines.slice(start, end === -1 ? undefined : end).map(row);
  });
}

/** What keeps the page from being true, one sentence each. */
export function proofProblems({ file, outcomes }: { file: string; outcomes: TestOutcome[] }): string[] {
  const rows = proofRows(readFileSync(file, 'utf8'));
  if (rows.length === 0) return ['docs/proof.md has no table with the columns part, test, picture, figure.'];
  return rows.flatMap((proof) => [
    ...(proof.tests.length === 0 ? [`"${proof.part}" names no test.`] : []),
    ...proof.tests.flatMap((test) => testProblem({ test, part: proof.part, outcomes })),
    ...pictureProblems(proof, file),
  ]);
}

/** What can be said of it before anything has run: files that are not there. */
export function proofFilesMissing(file: string): string[] {
  const root = dirname(dirname(file));
  return proofRows(readFileSync(file, 'utf8')).flatMap((proof) => [
    ...proof.tests
      .map((test) => test.split(separator)[0] ?? '')
      .filter((test) => !existsSync(join(root, test)))
      .map((test) => `"${proof.part}" names the test file ${test}, which does not exist.`),
    ...pictureProblems(proof, file),
  ]);
}

function pictureProblems({ part, pictures }: ProofRow, file: string): string[] {
  return pictures
    .filter((picture) => !existsSync(join(dirname(file), picture)))
    .map((picture) => `"${part}" names the picture ${picture}, which does not exist.`);
}

function testProblem({
  test,
  part,
  outcomes,
}: {
  test: string;
  part: string;
  outcomes: TestOutcome[];
}): string[] {
  const [file, ...rest] = test.split(separator);
  const name = rest.join(' ');
  const found = outcomes.filter((outcome) => outcome.file === file && outcome.name === name);
  if (found.length === 0) return [`"${part}" names the test "${test}", which did not run.`];
  return found.every(({ status }) => status === 'passed')
    ? []
    : [`"${part}" names the test "${test}", which is not green.`];
}

function row(line: string): ProofRow {
  const [part = '', test = '', picture = ''] = cellsOf(line);
  return { part, tests: split(test).map(unquoted), pictures: split(picture).map(linkTarget) };
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const split = (cell: string): string[] =>
  cell
    .split(/<br\s*\/?>/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '–' && part !== '-');

const unquoted = (text: string): string => text.replace(/^`|`$/g, '');

/** A picture stands as a link, `[name](path)` or `![name](path)`, or as a bare path. */
const linkTarget = (text: string): string => /\]\(([^)]+)\)/.exec(text)?.[1] ?? unquoted(text);
