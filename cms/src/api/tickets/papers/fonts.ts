import { createRequire } from 'node:module';

const find = createRequire(__filename);

const latin = (style: string) => find.resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);
const chinese = (style: string) =>
  find.resolve(`@expo-google-fonts/noto-sans-sc/${style}/NotoSansSC_${style}.ttf`);

/** Noto Sans writes Latin, Cyrillic and Greek, Noto Sans SC Chinese; full fonts, of which papers embed what they use. */
export const fontFiles = {
  NotoSans: { normal: latin('400Regular'), bold: latin('700Bold') },
  NotoSansSC: { normal: chinese('400Regular'), bold: chinese('700Bold') },
} as const;

export type FontName = keyof typeof fontFiles;

export interface Run {
  text: string;
  font: FontName;
}

const chineseSigns =
  /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2190-\u2193]+/u;

/** A text in runs of one font each: neither font falls back to the other by itself. */
export function fontRuns(text: string): Run[] {
  const parts = text.split(new RegExp(`(${chineseSigns.source})`, 'u'));
  return parts
    .filter((part) => part !== '')
    .map((part) => ({ text: part, font: chineseSigns.test(part) ? 'NotoSansSC' : 'NotoSans' }));
}
