import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contracts, errorCatalogue } from '../../cms/src/frame/openapi/contracts.ts';
import { openapiDocument } from '../../cms/src/frame/openapi/openapi.ts';
import { root } from '../root.ts';

/** The description of the API as it is kept in the repository, for reviews and for clients. */
export const openapiFile = join(root, 'docs', 'api', 'openapi.json');

/** What the file must say; `/openapi.json` serves the same. */
export function openapiText(): string {
  const manifest = readFileSync(join(root, 'cms', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const document = openapiDocument({ routes: contracts, errors: errorCatalogue, version });
  return `${JSON.stringify(document, null, 2)}\n`;
}

if (import.meta.main) {
  mkdirSync(dirname(openapiFile), { recursive: true });
  writeFileSync(openapiFile, openapiText());
}
