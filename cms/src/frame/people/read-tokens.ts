/** What a token says: until when it is good, in seconds since 1970, and whose it is. */
export interface Said {
  exp?: number;
}

const mostKept = 1_000;

/**
 * Reads tokens that come again and again: what one said with a right signature it says until it runs out. To read one
 * costs more than to answer many a question, and the same few ask all day. Wrong tokens are read each time.
 */
export function readTokens<Payload extends Said>(
  read: (token: string) => Payload | undefined,
): (token: string, at: Date) => Payload | undefined {
  const kept = new Map<string, Payload>();
  return (token, at) => {
    const known = kept.get(token);
    if (known && isGood(known, at)) return known;
    kept.delete(token);
    const said = read(token);
    if (!said) return undefined;
    if (kept.size >= mostKept) kept.clear();
    kept.set(token, said);
    return said;
  };
}

/** In whole seconds, as the library that reads them. */
const isGood = ({ exp }: Said, at: Date) => exp !== undefined && Math.floor(at.getTime() / 1_000) < exp;
