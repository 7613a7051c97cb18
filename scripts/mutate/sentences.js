// Loaded by Stryker's own processes, by path: plain JavaScript.
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

export const name = 'sentences';

const why = 'A sentence for people: what it says is for readers to judge, not for a test to repeat.';
const words = /\p{L}\s+\S|\p{Script=Han}{2}/u;

/** The rule of docs/mutation.md: texts of at least two words, or of two signs in Chinese, are left alone; codes, names and keys are not. */
function shouldIgnore(path) {
  if (path.isStringLiteral() && words.test(path.node.value)) return why;
  if (path.isTemplateLiteral() && words.test(path.node.quasis.map(({ value }) => value.raw).join('…')))
    return why;
  return undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, name, { shouldIgnore })];
