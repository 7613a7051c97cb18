import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { variable, variableNames } from '../../config/variables.ts';
import { root } from '../root.ts';
import { envExample } from './env-example.ts';
import { withSettingsTable } from './settings-table.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('.env.example', () => {
  it('is what config/variables.ts says', () => {
    expect(read('.env.example')).toBe(envExample());
  });

  it('names every variable with the value it has when it is not set', () => {
    const uncommented = envExample().replaceAll(/^# (?=[A-Z0-9_]+=)/gm, '');
    expect(parseEnv(uncommented)).toEqual(
      Object.fromEntries(variableNames.map((name) => [name, variable(name).fallback ?? ''])),
    );
  });

  it('sets nothing by itself', () => {
    expect(parseEnv(envExample())).toEqual({});
  });
});

describe('the table of settings', () => {
  it('in docs/operations is what config/variables.ts says', () => {
    const page = read('docs/operations/README.md');
    expect(withSettingsTable(page)).toBe(page);
  });

  it('refuses a page that has no place for it', () => {
    expect(() => withSettingsTable('# Operations')).toThrow('no place');
  });
});
