import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rooms } from '../../config/rooms.js';
import { root } from '../root.ts';
import { envExample } from './env-example.ts';
import { mentionables } from './mentionables.ts';
import { withSettingsTable } from './settings-table.ts';

const pagesGlob = '{*.md,{docs,config,database,plugins,cms,scripts}/**/*.md}';
const foreign = /(^|\/)(node_modules|dist|build|\.strapi)\//;

interface Page {
  file: string;
  text: string;
}

/** What is wrong with the papers of the house, one sentence each. */
export function docsProblems(): string[] {
  const files = globSync(pagesGlob, { cwd: root }).filter((file) => !foreign.test(file));
  const pages = files.map((file) => ({ file, text: read(file) }));
  return [
    ...roomsWithoutReadme(),
    ...missingPages(),
    ...generatedParts(),
    ...brokenLinks(pages),
    ...unmentioned(pages.map(({ text }) => text).join('\n')),
  ];
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function roomsWithoutReadme(): string[] {
  const coreRooms = globSync('cms/src/api/*/', { cwd: root });
  const folders = [...rooms.map(({ path }) => path.replace(/\(.*$/, '')), ...coreRooms].filter(
    (folder) => !folder.includes('seeds') && existsSync(join(root, folder)),
  );
  return folders
    .map((folder) => join(folder, 'README.md'))
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => `${file} is missing: every room says in one page what it is.`);
}

function missingPages(): string[] {
  const wanted = [
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'docs/proof.md',
    'docs/operations/README.md',
  ];
  return wanted.filter((file) => !existsSync(join(root, file))).map((file) => `${file} is missing.`);
}

function generatedParts(): string[] {
  const operations = 'docs/operations/README.md';
  const stale: string[] = [];
  if (!existsSync(join(root, '.env.example')) || read('.env.example') !== envExample())
    stale.push('.env.example');
  if (existsSync(join(root, operations)) && read(operations) !== withSettingsTable(read(operations)))
    stale.push(operations);
  return stale.map(
    (file) => `${file} is not what config/variables.ts says: run "node scripts/docs/write.ts".`,
  );
}

function brokenLinks(pages: Page[]): string[] {
  return pages.flatMap(({ file, text }) => {
    const links = [...text.matchAll(/\]\((?![a-z]+:|#|mailto)([^)#\s]+)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !existsSync(join(root, dirname(file), decodeURI(link))));
    return broken.map((link) => `${file} links to ${link}, which does not exist.`);
  });
}

function unmentioned(allPages: string): string[] {
  return mentionables()
    .filter(({ name }) => !new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-])`).test(allPages))
    .map(({ kind, name, file }) => `No page explains the ${kind} ${name} (${file}).`);
}
