const rules: readonly [RegExp, string][] = [
  [/\b[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, '[email]'],
  [/\bbearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\?[^\s?"'`<>]*=[^\s"'`<>]*/g, '?[query]'],
  [/\+\d[\d\s()-]{8,16}\d/g, '[phone]'],
];

/** Text of others, fit for a log: without addresses, phone numbers, tokens and query strings. */
export function scrub(text: string): string {
  return rules.reduce((clean, [pattern, word]) => clean.replace(pattern, word), text);
}
