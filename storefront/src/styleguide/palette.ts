import { contrastOf, pairs, tokensIn, type Pair, type Token } from '@gangway/client/tokens';

const files = import.meta.glob<string>('../../../client/tokens.css', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export const palette: readonly Token[] = tokensIn(Object.values(files).join('\n'));

/** A pair with its contrast, light and dark, as people write it: `6.6`. */
export interface Judged extends Pair {
  light: string;
  dark: string;
}

export const judged: readonly Judged[] = pairs.map((pair) => ({
  ...pair,
  light: figure(pair, 'light'),
  dark: figure(pair, 'dark'),
}));

function figure({ ink, ground }: Pair, dress: 'light' | 'dark'): string {
  const colour = (name: string) => palette.find((token) => token.name === name)?.[dress] ?? '#000000';
  return (Math.floor(contrastOf(colour(ink), colour(ground)) * 10) / 10).toFixed(1);
}
