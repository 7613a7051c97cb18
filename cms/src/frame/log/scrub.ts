/** None of them goes back over more than so many characters: a long text takes as long as it is, and no longer. */
const rules: readonly [RegExp, string][] = [
  [/[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  [/\bbearer\s{1,16}[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/\beyJ[\w-]{1,1000}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\?[^\s?"'`<>]*=[^\s"'`<>]*/g, '?[query]'],
  [/\+\d[\d\s()-]{8,16}\d/g, '[phone]'],
];

/** Text of others, fit for a log: without addresses, phone numbers, tokens and query strings. */
export function scrub(text: string): string {
  return rules.reduce((clean, [pattern, word]) => clean.replace(pattern, word), text);
}
