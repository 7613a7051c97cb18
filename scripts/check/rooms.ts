import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { rooms, rules } from '../../config/rooms.js';
import { root } from '../root.ts';

const sources = '{config,database,plugins,cms,client,storefront,scripts}/**/*.{ts,tsx,js,mjs}';
const generated = /(^|\/)(dist|build|node_modules|\.strapi)\/|cms\/types\/generated\//;

/** The forbidden imports below a folder, one line each. Packages of ours count as their folder, built or not followed. */
async function forbiddenImports(baseDir: string): Promise<string[]> {
  const files = globSync(sources, { cwd: baseDir }).filter((file) => !generated.test(file));
  const { output } = await cruise(
    files,
    {
      baseDir,
      doNotFollow: { path: '(^|/)(node_modules|dist)/' },
      tsPreCompilationDeps: true,
      validate: true,
      ruleSet: { forbidden: rules as IForbiddenRuleType[] },
    },
    { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'] },
  );
  const { violations } = (output as ICruiseResult).summary;
  const forbidden = violations.map(({ from, to, rule }) => `${from} → ${to}: ${reasonFor(rule.name)}`);
  return [...forbidden, ...unnamedPlugins(baseDir)];
}

const unnamedPlugins = (baseDir: string): string[] =>
  globSync('plugins/*/package.json', { cwd: baseDir })
    .map((file) => file.replace('package.json', ''))
    .filter((folder) => !rooms.some(({ path }) => path === folder))
    .map((folder) => `${folder} → ?: a room without a row in config/rooms.js.`);

const reasonFor = (name: string): string => rules.find((rule) => rule.name === name)?.comment ?? name;

const { values } = parseArgs({ options: { base: { type: 'string' } } });
const found = await forbiddenImports(resolve(values.base ?? root));
for (const line of found) console.error(line);
process.exit(found.length > 0 ? 1 : 0);
