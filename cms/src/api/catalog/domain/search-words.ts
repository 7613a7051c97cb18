const wordPattern = /[\p{L}\p{N}]+/gu;
const chinese = /\p{Script=Han}/u;

/** Text in the form that searching compares: small letters, е for ё, words apart by one space. */
export function searchable(text: string): string {
  return wordsOf(text)
    .map((word) => ` ${word}`)
    .join('');
}

/**
 * Whether every word of the query begins some word of the text. Chinese is written without spaces, so a Chinese
 * word may stand anywhere. A query without words finds everything.
 */
export function wordMatcher(query: string): (text: string) => boolean {
  const wanted = wordsOf(query).map((word) => (chinese.test(word) ? word : ` ${word}`));
  return (text) => wanted.every((word) => text.includes(word));
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').match(wordPattern) ?? [];
}
