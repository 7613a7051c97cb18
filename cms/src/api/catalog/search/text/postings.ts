/** Which documents a term stands in, and how much it says about each. */
export type Postings = { documents: number[]; weights: number[] };

/** Terms while they are collected: for each the heaviest field of each document. */
export type Draft = Map<string, Map<number, number>>;

export function note(draft: Draft, term: string, { document, weight }: { document: number; weight: number }) {
  const known = draft.get(term) ?? new Map<number, number>();
  known.set(document, Math.max(weight, known.get(document) ?? 0));
  draft.set(term, known);
}

/** Rare terms say more: weights are multiplied by the logarithm of how rare. */
export function sealed(collected: ReadonlyMap<number, number>, documents: number): Postings {
  const rarity = Math.log(1 + documents / collected.size);
  return {
    documents: [...collected.keys()],
    weights: [...collected.values()].map((weight) => weight * rarity),
  };
}

/** How well each document answers one word of a query; 0 is not at all. `shown` is the word as the catalogue has it. */
export type Hits = { scores: Float32Array; shown: string };

export type Match = { postings: Postings; quality: number; shown: string };

/** The best of the matches for each document; undefined when there is none. */
export function bestOf(matches: Iterable<Match>, documents: number): Hits | undefined {
  const scores = new Float32Array(documents);
  let [shown, top] = ['', 0];
  for (const { postings, quality, shown: word } of matches) {
    const best = raise(scores, postings, quality);
    if (best > top) [shown, top] = [word, best];
  }
  return top > 0 ? { scores, shown } : undefined;
}

function raise(scores: Float32Array, { documents, weights }: Postings, quality: number): number {
  let best = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    const score = (weights[at] as number) * quality;
    if (score > (scores[document] as number)) scores[document] = score;
    if (score > best) best = score;
  }
  return best;
}

/** The sum for documents that all of the lists hold; undefined when there is none. */
export function inAll(lists: readonly Postings[], documents: number): Float32Array | undefined {
  const scores = new Float32Array(documents);
  const counts = new Uint8Array(documents);
  lists.forEach(({ documents: held, weights }, round) =>
    held.forEach((document, at) => {
      if (counts[document] !== round) return;
      counts[document] = round + 1;
      scores[document] = (scores[document] as number) + (weights[at] as number);
    }),
  );
  return keptWhere(scores, (document) => counts[document] === lists.length);
}

/** Zeroes the others; undefined when nothing is left. */
export function keptWhere(
  scores: Float32Array,
  holds: (document: number) => boolean,
): Float32Array | undefined {
  let some = false;
  for (let document = 0; document < scores.length; document += 1) {
    if (scores[document] === 0) continue;
    if (holds(document)) some = true;
    else scores[document] = 0;
  }
  return some ? scores : undefined;
}
