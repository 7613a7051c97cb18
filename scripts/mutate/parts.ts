import { globSync } from 'node:fs';
import { root } from '../root.ts';

export interface MutatedPart {
  name: string;
  /** What is changed, as a glob from the root; tests are left out. */
  files: string;
  /** The unit tests that have to notice, as globs from the root: those beside the files and no others. */
  tests: string[];
}

const domain = (name: string, folder: string): MutatedPart => ({
  name,
  files: `${folder}/*.ts`,
  tests: [`<rootDir>/${folder}/*.test.ts`],
});

const kitFiles = ['allocation', 'money', 'money-format', 'rounding', 'vat', 'vat-rate'];

/** The rules where a mistake costs money or sells a seat twice. */
export const mutatedParts: MutatedPart[] = [
  domain('ordering/domain', 'cms/src/api/ordering/domain'),
  domain('seating/domain', 'cms/src/api/seating/domain'),
  domain('payments/domain', 'plugins/payments/server/src/domain'),
  {
    name: 'kit/money',
    files: `plugins/kit/src/{${kitFiles.join(',')}}.ts`,
    tests: kitFiles.map((name) => `<rootDir>/plugins/kit/src/${name}*.test.ts`),
  },
];

/** The files of a part, from the root. */
export const filesOf = ({ files }: MutatedPart): string[] =>
  globSync(files, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
