import { syllableTable } from './pinyin-table.ts';

const hanCharacter = /^\p{Script=Han}$/u;

type Anchor = { character: string; syllable: string };

const dictionaryOrder = new Intl.Collator('zh-Hans-u-co-pinyin');

const known = new Map(
  syllableTable
    .trim()
    .split(/[|\n]/)
    .flatMap((line): [string, string][] => {
      const [syllable = '', ...characters] = line.split(' ');
      const plain = syllable.replace('ü', 'v');
      return characters.filter((one) => hanCharacter.test(one)).map((one) => [one, plain]);
    }),
);

const anchors: Anchor[] = [...known]
  .map(([character, syllable]) => ({ character, syllable }))
  .sort((left, right) => dictionaryOrder.compare(left.character, right.character));

const syllables = new Set(known.values());
const longest = 6;

/** The syllable of a character, without its tone; ü is v. Undefined where the table does not reach. */
export function syllableOf(character: string): string | undefined {
  return known.get(character) ?? between(character);
}

// Neighbours in the order of pinyin that agree leave nothing else for what stands between them.
function between(character: string): string | undefined {
  if (!hanCharacter.test(character)) return undefined;
  const place = firstAfter(character);
  const before = anchors[place - 1]?.syllable;
  return before === anchors[place]?.syllable ? before : undefined;
}

function firstAfter(character: string): number {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const anchor = anchors[middle] as Anchor;
    if (dictionaryOrder.compare(anchor.character, character) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Latin letters as syllables of pinyin, as few as possible; undefined when something is left over. */
export function syllablesIn(word: string): string[] | undefined {
  if (!/^[a-z]{2,40}$/.test(word)) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) best.push(shortest(word, end, best));
  return best[word.length];
}

function shortest(word: string, end: number, best: readonly (string[] | undefined)[]): string[] | undefined {
  let found: string[] | undefined;
  for (let start = Math.max(0, end - longest); start < end; start += 1) {
    const head = best[start];
    const syllable = word.slice(start, end);
    if (!head || !syllables.has(syllable)) continue;
    if (!found || head.length + 1 < found.length) found = [...head, syllable];
  }
  return found;
}
