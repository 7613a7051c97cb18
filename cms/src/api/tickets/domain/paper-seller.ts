import type { Locale } from '@gangway/kit';
import type { SellerSource } from './paper-sources.ts';
import type { PaperSeller } from './paper.ts';

interface Asked {
  seller: SellerSource;
  locale: Locale;
  siteUrl: string;
}

const names: Record<'inn' | 'kpp' | 'ogrn', Record<Locale, string>> = {
  inn: { ru: 'ИНН', en: 'INN', zh: '税号 INN' },
  kpp: { ru: 'КПП', en: 'KPP', zh: 'KPP' },
  ogrn: { ru: 'ОГРН', en: 'OGRN', zh: '注册号 OGRN' },
};

/** The requisites that stand on every paper (ЗоЗПП art. 9); those of the receipt never do. */
export function paperSeller({ seller, locale, siteUrl }: Asked): PaperSeller {
  const { phone, email, offerPage } = seller;
  return {
    brand: seller.name[locale],
    name: seller.legalName[locale],
    lines: [taxLine(seller, locale), glued(seller.legalAddress[locale])].filter(Boolean),
    ...{ phone, email },
    offerUrl: offerPage ? `${siteUrl}/${locale}/pages/${offerPage}` : null,
  };
}

/** A house number does not stand alone on a line. */
const glued = (address: string) => address.replace(/ (\S{1,3})$/u, '\u00a0$1');

function taxLine(seller: SellerSource, locale: Locale): string {
  const numbers = (['inn', 'kpp', 'ogrn'] as const).flatMap((name) =>
    seller[name] ? [`${names[name][locale]} ${seller[name]}`] : [],
  );
  return [...numbers, ...(seller.registration ? [seller.registration] : [])].join(' · ');
}
