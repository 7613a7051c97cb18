import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { envExample } from './env-example.ts';
import { withSettingsTable } from './settings-table.ts';

const operations = join(root, 'docs', 'operations', 'README.md');

writeFileSync(join(root, '.env.example'), envExample());
writeFileSync(operations, withSettingsTable(readFileSync(operations, 'utf8')));
