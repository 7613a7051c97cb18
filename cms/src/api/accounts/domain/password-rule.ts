import { commonPasswords } from './common-passwords.ts';

export type PasswordFault =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_COMMON' | 'PASSWORD_PERSONAL';

export type Personal = { email: string; fullName: string };

const fewest = 10;
/** bcrypt reads no further. */
const mostBytes = 72;
const fewestDifferent = 4;

/** What is wrong with a password; length counts, signs of a certain kind do not (NIST SP 800-63B, 3.1.1.2). */
export function passwordFault(password: string, personal: Personal): PasswordFault | undefined {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < fewest) return 'PASSWORD_TOO_SHORT';
  if (Buffer.byteLength(password) > mostBytes) return 'PASSWORD_TOO_LONG';
  if (isCommon(password)) return 'PASSWORD_TOO_COMMON';
  return isPersonal(password, personal) ? 'PASSWORD_PERSONAL' : undefined;
}

const runs = [
  ...['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm', '1q2w3e4r5t6y7u8i9o0p', 'йцукенгшщзхъфывапролджэячсмитьбю'],
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
];

function isCommon(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < fewestDifferent || isRun(lower) || isRepeated(lower)) return true;
  const words = [lower, withoutEnds(lower)];
  return [...words, ...words.map(plainly)].some((word) => commonPasswords.has(word));
}

const isRun = (word: string): boolean =>
  runs.some((run) => run.includes(word) || [...run].reverse().join('').includes(word));

/** `P@ssw0rd` is `password` to whoever guesses. */
const plainly = (lower: string): string => [...lower].map((sign) => lookalikes[sign] ?? sign).join('');

const lookalikes: Record<string, string> = { '@': 'a', $: 's', '!': 'i', '0': 'o', '3': 'e' };

/** Without what people put before or behind a word to make it longer. */
const withoutEnds = (word: string): string => word.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** A short part or a common word, over and over. */
function isRepeated(word: string): boolean {
  const sizes = Array.from({ length: Math.floor(word.length / 2) }, (_, index) => index + 1);
  const size = sizes.find((length) => word.slice(0, length).repeat(word.length / length) === word);
  return size !== undefined && (size < shortestPart || commonPasswords.has(word.slice(0, size)));
}

const shortestPart = 6;

const shortestName = 4;

function isPersonal(password: string, { email, fullName }: Personal): boolean {
  const lower = password.toLowerCase();
  const own = [email.split('@')[0] ?? '', ...fullName.split(/\s+/), fullName.replaceAll(/\s+/g, '')];
  const names = own.map((name) => name.toLowerCase()).filter((name) => name.length >= shortestName);
  return names.some((name) => lower.includes(name) && lower.length - name.length < fewest - shortestName);
}
