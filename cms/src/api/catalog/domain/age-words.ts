import { type Locale, pick } from '@gangway/kit';

type Ages = { minAge: number | null; maxAge: number | null };

type Wording = {
  any: string;
  from: (age: number) => string;
  to: (age: number) => string;
  between: (from: number, to: number) => string;
};

const wordings: Record<Locale, Wording> = {
  ru: {
    any: 'Любой возраст',
    from: (age) => `От ${age} ${years(age)}`,
    to: (age) => `До ${age} ${years(age)} включительно`,
    between: (from, to) => `${from}–${to} ${russianYears(to)}`,
  },
  en: {
    any: 'Any age',
    from: (age) => `From ${age} years`,
    to: (age) => `Up to ${age} years`,
    between: (from, to) => `${from}–${to} years`,
  },
  zh: {
    any: '不限年龄',
    from: (age) => `${age} 岁及以上`,
    to: (age) => `${age} 岁及以下`,
    between: (from, to) => `${from}–${to} 岁`,
  },
};

/** `7–14 лет`, `From 18 years`, `6 岁及以下`. */
export function ageWords({ minAge, maxAge }: Ages, locale: Locale): string {
  const say = pick(wordings, locale);
  const from = minAge || null;
  if (from !== null && maxAge !== null) return say.between(from, maxAge);
  if (from !== null) return say.from(from);
  return maxAge === null ? say.any : say.to(maxAge);
}

// После «от» и «до» стоит родительный падеж: от 1 года, от 21 года, от 2 лет.
function years(age: number): string {
  return age % 10 === 1 && age % 100 !== 11 ? 'года' : 'лет';
}

function russianYears(age: number): string {
  const form = new Intl.PluralRules('ru').select(age);
  return form === 'one' ? 'год' : form === 'few' ? 'года' : 'лет';
}
