const cyrillicSounds: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
  },
  ...{
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
  },
  ...{ щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

const latinSounds: [RegExp, string][] = [
  [/shch|sch/g, 'sh'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/t[sz]/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]o/g, 'e'],
  [/[yj]e/g, 'e'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/**
 * How a Russian or English word sounds, roughly, in Latin letters: `яхта`, `yahta`, `jakhta` and `iakhta` are one.
 * Enough to find a word in another alphabet, in whatever scheme it was written.
 */
export function soundOf(word: string): string {
  const latin = [...word].map((letter) => cyrillicSounds[letter] ?? letter).join('');
  return latinSounds.reduce(
    (text, [pattern, sound]) => text.replace(pattern, sound),
    latin.replaceAll("'", ''),
  );
}

const toCyrillic: Record<string, string> = {
  ...{ shch: 'щ', sch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', ts: 'ц', tz: 'ц', ck: 'к', ph: 'ф' },
  ...{ ya: 'я', ja: 'я', yu: 'ю', ju: 'ю', yo: 'е', jo: 'е', ye: 'е', je: 'е', iy: 'ий', yy: 'ый' },
  ...{
    a: 'а',
    b: 'б',
    v: 'в',
    g: 'г',
    d: 'д',
    e: 'е',
    z: 'з',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
  },
  ...{
    o: 'о',
    p: 'п',
    r: 'р',
    s: 'с',
    t: 'т',
    u: 'у',
    f: 'ф',
    h: 'х',
    c: 'ц',
    y: 'ы',
    w: 'в',
    x: 'кс',
    q: 'к',
  },
  ...{ "'": 'ь', '’': 'ь', '`': 'ь' },
};

const latinPieces = /shch|sch|sh|ch|zh|kh|t[sz]|ck|ph|[yj][auoe]|iy(?![auoe])|yy|[a-z'’`]/g;
const shortI = /([аеиоуыэюя])ы/g;

/** Russian in Latin letters, in Russian letters again; `y` after a vowel is й, else ы. */
export function inCyrillic(word: string): string {
  return word.replace(latinPieces, (piece) => toCyrillic[piece] ?? piece).replace(shortI, '$1й');
}

const toLatin: Record<string, string> = {
  ...cyrillicSounds,
  й: 'y',
  х: 'kh',
  ц: 'ts',
  ы: 'y',
  ю: 'yu',
  я: 'ya',
};

/** A word in Russian letters as English writes Russian names. */
export function inLatin(word: string): string {
  return [...word].map((letter) => toLatin[letter] ?? letter).join('');
}
