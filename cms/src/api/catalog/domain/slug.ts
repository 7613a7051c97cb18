const russian = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'];
const latin = 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya'.split(' ');
const spelling = new Map(russian.map((letter, at) => [letter, latin[at]?.replace('_', '') ?? '']));

const longest = 60;

/** `Ночные мосты` → `nochnye-mosty`; text without a Latin or Russian letter or a digit gives ''. */
export function slugOf(title: string): string {
  const letters = [...title.normalize('NFC').toLowerCase()];
  const spelled = letters.map((letter) => spelling.get(letter) ?? letter).join('');
  const plain = spelled.normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return words.join('-').slice(0, longest).replace(/-+$/, '');
}

/** The address itself when it is free, else with the next number: `berth`, `berth-2`, `berth-3`. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  const candidates = Array.from({ length: taken.size + 1 }, (_, at) =>
    at === 0 ? base : `${base}-${at + 1}`,
  );
  return candidates.find((candidate) => !taken.has(candidate)) ?? base;
}
