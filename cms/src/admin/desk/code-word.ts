import { panelWords, type PanelWord } from '../words/panel-words.ts';

/** The words for a code of the API, should there be any: `orders.state` and `PAID` are `orders.state.PAID`. */
export function codeWord(group: string, code: string | null | undefined): PanelWord | undefined {
  const id = `${group}.${code}`;
  return id in panelWords ? (id as PanelWord) : undefined;
}

/** Every code of a group that has words, in the order of the words. */
export const codesOf = (group: string): string[] =>
  Object.keys(panelWords)
    .filter((id) => id.startsWith(`${group}.`))
    .map((id) => id.slice(group.length + 1));
