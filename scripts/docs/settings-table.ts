import { variable, variableNames } from '../../config/variables.ts';
import type { VariableName } from '../../config/variables.ts';

const begin = '<!-- settings: made from config/variables.ts by "node scripts/docs/write.ts" -->';
const end = '<!-- /settings -->';

/** `page` with the table of settings between its two marks as config/variables.ts has it now. */
export function withSettingsTable(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for the table: ${begin} … ${end}`);
  return `${before}${begin}\n\n<!-- prettier-ignore -->\n${settingsTable()}\n\n${end}${after}`;
}

function settingsTable(): string {
  return ['| variable | when not set | what it is |', '| --- | --- | --- |', ...variableNames.map(row)].join(
    '\n',
  );
}

function row(name: VariableName): string {
  const { what, fallback, secret } = variable(name);
  const names = secret ? `\`${name}\`, \`${name}_FILE\`` : `\`${name}\``;
  return `| ${names} | ${fallback ? `\`${fallback}\`` : '–'} | ${what.replaceAll('|', '\\|')} |`;
}
