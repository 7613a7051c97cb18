import css from '@gangway/client/tokens.css?raw';
import { contrastOf, pairs, tokensIn, type Pair, type Token } from '@gangway/client/tokens';

export const palette: readonly Token[] = tokensIn(css);

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
