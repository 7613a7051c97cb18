import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rooms } from '../../config/rooms.js';
import { root } from '../root.ts';
import { envExample } from './env-example.ts';
import { mentionables } from './mentionables.ts';
import { withSettingsTable } from './settings-table.ts';

const pagesGlob = '{*.md,{docs,config,database,plugins,cms,client,storefront,scripts}/**/*.md}';
const foreign = /(^|\/)(node_modules|dist|build|\.strapi)\//;

const operationsPage = 'docs/operations/README.md';
const wanted = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'docs/proof.md', operationsPage];

interface Page {
  file: string;
  text: string;
}

/** What is wrong with the papers of the house below `base`, one sentence each. */
export function docsProblems(base: string = root): string[] {
  const files = globSync(pagesGlob, { cwd: base }).filter((file) => !foreign.test(file));
  const pages = files.map((file) => ({ file, text: readFileSync(join(base, file), 'utf8') }));
  return [
    ...missing({ base, files: roomReadmes(base), why: 'every room says in one page what it is' }),
    ...missing({ base, files: wanted, why: 'somebody looks for it there' }),
    ...generatedParts(base),
    ...brokenLinks({ base, pages }),
    ...unmentioned({ base, allPages: pages.map(({ text }) => text).join('\n') }),
  ];
}

function missing({ base, files, why }: { base: string; files: string[]; why: string }): string[] {
  return files.filter((file) => !existsSync(join(base, file))).map((file) => `${file} is missing: ${why}.`);
}

/** Every room of the table that stands, every plugin and every core room; the seeds belong to database. */
function roomReadmes(base: string): string[] {
  const named = rooms.map(({ path }) => path.replace(/\(.*$/, '').replace(/\/$/, ''));
  const found = globSync(['plugins/*', 'cms/src/api/*'], { cwd: base });
  const folders = [...new Set([...named, ...found])].filter((folder) => folder !== 'database/seeds');
  return folders
    .filter((folder) => existsSync(join(base, folder)))
    .map((folder) => join(folder, 'README.md'));
}

function generatedParts(base: string): string[] {
  const read = (file: string) => (existsSync(join(base, file)) ? readFileSync(join(base, file), 'utf8') : '');
  const operations = read(operationsPage);
  const stale = [
    ...(read('.env.example') === envExample() ? [] : ['.env.example']),
    ...(operations === '' || operations === withSettingsTable(operations) ? [] : [operationsPage]),
  ];
  return stale.map(
    (file) => `${file} is not what config/variables.ts says: run "node scripts/docs/write.ts".`,
  );
}

function brokenLinks({ base, pages }: { base: string; pages: Page[] }): string[] {
  return pages.flatMap(({ file, text }) => {
    const links = [...text.matchAll(/\]\((?![a-z]+:|#|mailto)([^)#\s]+)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !existsSync(join(base, dirname(file), decodeURI(link))));
    return broken.map((link) => `${file} links to ${link}, which does not exist.`);
  });
}

function unmentioned({ base, allPages }: { base: string; allPages: string }): string[] {
  return mentionables(base)
    .filter(({ name }) => !new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-])`).test(allPages))
    .map(({ kind, name, file }) => `No page explains the ${kind} ${name} (${file}).`);
}
