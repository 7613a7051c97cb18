import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { root } from '../root.ts';
import { fingerprint } from './fingerprint.ts';

const description = join(root, 'docs', 'api', 'openapi.json');
const types = join(root, 'client', 'dist', 'api.d.ts');
/** The doors of the staff and of our own processes are no business of a front door. */
const closed = /^\/api\/(admin|crm|internal)\//;

/** The types of the API for the front doors, made from its description when that has changed. */
export async function buildApiTypes(): Promise<void> {
  const mark = `// ${fingerprint({ root, paths: [description], values: closed.source })}\n`;
  if (existsSync(types) && readFileSync(types, 'utf8').startsWith(mark)) return;
  const document = JSON.parse(readFileSync(description, 'utf8')) as { paths: Record<string, unknown> };
  const paths = Object.entries(document.paths).filter(([path]) => !closed.test(path));
  const tree = await openapiTS({ ...document, paths: Object.fromEntries(paths) } as never);
  mkdirSync(dirname(types), { recursive: true });
  writeFileSync(types, mark + astToString(tree));
}
