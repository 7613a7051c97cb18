const tag = /<\/?[a-z!][^>]*>|<!--/i;

/** An HTML tag or comment; "5 < 7" is none. */
export function hasTags(text: string): boolean {
  return tag.test(text);
}
