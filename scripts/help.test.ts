import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { variableNames } from '../config/variables.ts';
import { benchArguments } from './bench/arguments.ts';
import { rowNames } from './bench/rows/row.ts';
import { mutateArguments } from './mutate/arguments.ts';
import { mutatedParts } from './mutate/parts.ts';
import { partNames, proofArguments } from './proof/arguments.ts';
import { root } from './root.ts';
import { startArguments } from './start/arguments.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const folders = Object.values(scripts).flatMap((line) => /scripts\/(\w+)\/index\.ts$/.exec(line)?.[1] ?? []);
const help = (folder: string) => readFileSync(join(root, 'scripts', folder, 'help.txt'), 'utf8');
const optionsIn = (text: string) => [...new Set(text.match(/--[a-z]+/g))].toSorted();

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
}

const unknown = ['--nothing-of-the-kind'];
const refusals = {
  start: refusal(() => startArguments(unknown)),
  dev: refusal(() => startArguments(unknown, 'npm run dev')),
  bench: refusal(() => benchArguments(unknown)).replaceAll(unknown.join(''), ''),
  proof: refusal(() => proofArguments(unknown, 1)),
  mutate: refusal(() => mutateArguments(unknown)),
};

describe('the help of a command', () => {
  it('lies beside each, and beside nothing else', () => {
    const texts = globSync('scripts/*/help.txt', { cwd: root });
    expect(texts.map((path) => basename(dirname(path))).toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)('is short and begins with how one types it: %s', (folder) => {
    const lines = help(folder).trimEnd().split('\n');
    const name = Object.keys(scripts).find((key) => scripts[key]?.includes(`scripts/${folder}/`)) ?? '';
    const typed = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    expect(lines[0]?.split(' -- ')[0]).toBe(typed);
    expect(lines.length).toBeLessThanOrEqual(15);
    expect(lines.filter((line) => line.length > 90)).toEqual([]);
  });

  it.each(Object.entries(refusals))('names the options that %s knows', (folder, sentence) => {
    expect(optionsIn(help(folder))).toEqual(optionsIn(sentence));
  });

  it.each([
    ['bench', rowNames],
    ['proof', partNames],
    ['mutate', mutatedParts.map(({ name }) => name)],
  ])('names all that can be chosen of %s', (folder, names) => {
    expect(names.filter((name) => !help(folder).includes(name))).toEqual([]);
  });

  it.each(folders)('names variables that there are: %s', (folder) => {
    const named = help(folder).match(/\b[A-Z_]{4,}\b(?!\.md)/g) ?? [];
    expect(named.filter((name) => !variableNames.some((known) => known === name))).toEqual([]);
  });
});
