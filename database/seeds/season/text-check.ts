import type { Locale } from './records.ts';

/** What is wrong with a public text in its language; an empty list means nothing. */
export function textProblems(locale: Locale, text: string): string[] {
  const readable = text.replace(webAddresses, 'address');
  return rules
    .filter(({ only, broken }) => (!only || only.includes(locale)) && broken.test(readable))
    .map(({ says }) => says)
    .concat(lacksItsScript(locale, readable));
}

interface Rule {
  only?: Locale[];
  broken: RegExp;
  says: string;
}

const han = String.raw`\p{Script=Han}`;
const webAddresses = /https?:\/\/\S+|[\w.-]+@[\w-]+(\.[\w-]+)+/g;

const rules: Rule[] = [
  { broken: /^\s|[^\S\n]$|[^\S\n]{2}/, says: 'spaces at an end or two in a row' },
  { broken: /["'`]/, says: 'a straight quotation mark' },
  { broken: /\.\.\.| - |--/, says: 'a typed ellipsis or dash' },
  { broken: /[<>{}\[\]]|&\w+;/, says: 'markup or an unfilled place' },
  { broken: /\b(undefined|null|NaN|TODO|lorem|object Object)\b/i, says: 'the word of a program' },
  { broken: /\b[a-z]+([._][a-z]+)+\b/, says: 'a raw key' },
  { only: ['ru', 'en'], broken: /\s[,.;:!?)»”]|[(«„]\s/, says: 'a space on the wrong side of a mark' },
  { only: ['ru', 'en'], broken: /[，。；：！？（）]/, says: 'a Chinese mark' },
  { only: ['ru'], broken: /[’‘]|(?<!„[^“]*)“|”/, says: 'an English quotation mark' },
  { only: ['ru'], broken: /\d%/, says: 'no space before the percent sign' },
  { only: ['en', 'zh'], broken: /\p{Script=Cyrillic}/u, says: 'a Cyrillic letter' },
  { only: ['en', 'zh'], broken: /[«»„]/, says: 'a Russian quotation mark' },
  { only: ['en'], broken: new RegExp(han, 'u'), says: 'a Chinese character' },
  { only: ['ru'], broken: new RegExp(han, 'u'), says: 'a Chinese character' },
  {
    only: ['zh'],
    broken: new RegExp(`${han}[,;:!?()]|[,;:!?()]${han}|${han}\\.`, 'u'),
    says: 'a Latin mark in Chinese',
  },
  { only: ['zh'], broken: new RegExp(`${han}[\\w€₽]|[\\w€₽]${han}`, 'u'), says: 'no space beside Latin' },
  { only: ['zh'], broken: new RegExp(`${han}[^\\S\\n]${han}`, 'u'), says: 'a space inside Chinese' },
];

const scripts: Record<Locale, RegExp> = {
  ru: /\p{Script=Cyrillic}/u,
  en: /\p{Script=Latin}/u,
  zh: new RegExp(han, 'u'),
};

function lacksItsScript(locale: Locale, text: string): string[] {
  return scripts[locale].test(text) ? [] : ['nothing in its own script'];
}
