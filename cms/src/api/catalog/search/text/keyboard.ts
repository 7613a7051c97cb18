const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю.';

const toRussian = new Map([...latinKeys].map((key, place) => [key, russianKeys[place] as string]));
const toLatin = new Map([...russianKeys].map((key, place) => [key, latinKeys[place] as string]));

const cyrillic = /\p{Script=Cyrillic}/u;

/** What the same keys write in the other of the two layouts, Russian ЙЦУКЕН and English QWERTY. Small letters. */
export function otherLayout(typed: string): string {
  const keys = cyrillic.test(typed) ? toLatin : toRussian;
  return [...typed].map((sign) => keys.get(sign) ?? sign).join('');
}
