import { variable, variableNames } from '../../config/variables.ts';
import type { VariableName } from '../../config/variables.ts';

const heading = `# Settings of Gangway, each with what it holds when it is not set. Copy this file to .env and change what you need;
# variables of the environment win over the file. A secret is also read from the file that NAME_FILE names.
# Made from config/variables.ts by "node scripts/docs/write.ts".`;

/** The text of `.env.example`. */
export function envExample(): string {
  return `${heading}\n${variableNames.map(entry).join('')}`;
}

function entry(name: VariableName, index: number): string {
  const { section, what, fallback = '' } = variable(name);
  const previous = variableNames[index - 1];
  const isNew = previous === undefined || variable(previous).section !== section;
  return `${isNew ? `\n# --- ${section} ---\n` : ''}# ${what}\n# ${name}=${fallback}\n`;
}
