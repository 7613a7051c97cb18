import type { SellerRecord } from './records.ts';

/**
 * Two invented companies. Tax office 7899 does not exist, so the INN, KPP and OGRN have right check digits and
 * belong to nobody; telephones are in ranges that are never assigned, addresses end in `.example` (RFC 2606).
 */
export const sellers: SellerRecord[] = [
  {
    slug: 'slow-ahead',
    name: { ru: 'Малый ход', en: 'Slow Ahead', zh: '徐行游船' },
    legalName: {
      ru: 'ООО «Вымышленное пароходство „Малый ход“»',
      en: 'Slow Ahead Imaginary Steamship Company LLC',
      zh: '徐行虚构航运有限责任公司',
    },
    country: 'RU',
    currency: 'RUB',
    timezone: 'Europe/Moscow',
    taxRegime: 'general',
    membershipGate: 'off',
    inn: '7899000009',
    kpp: '789901001',
    ogrn: '1267899000005',
    legalAddress: {
      ru: '190000, Санкт-Петербург, Вымышленная набережная, дом 1',
      en: '1 Imaginary Embankment, St Petersburg 190000, Russia',
      zh: '俄罗斯圣彼得堡虚构滨河街 1 号，邮编 190000',
    },
    bankDetails:
      'Демонстрационные реквизиты, перевод по ним невозможен. Банк «Пример», БИК 044000000, р/с 40702810000000000000, к/с 30101810000000000000',
    phone: '+7 812 000-00-01',
    email: 'kassa@slow-ahead.example',
    website: 'https://slow-ahead.example',
    offerPage: 'offer-slow-ahead',
  },
  {
    slug: 'nebula',
    name: { ru: 'Клуб Nebula', en: 'Nebula Members’ Club', zh: 'Nebula 星云会' },
    legalName: {
      ru: 'Nebula Imaginary Club Ltd (вымышленная компания)',
      en: 'Nebula Imaginary Club Ltd',
      zh: 'Nebula 虚构俱乐部有限公司',
    },
    country: 'CY',
    currency: 'EUR',
    timezone: 'Asia/Nicosia',
    taxRegime: 'foreign',
    membershipGate: 'all',
    registration: 'HE 000000, VAT CY00000000X',
    legalAddress: {
      ru: 'Кипр, 3042 Лимасол, Вымышленная набережная, 7',
      en: '7 Imaginary Quay, 3042 Limassol, Cyprus',
      zh: '塞浦路斯利马索尔虚构码头路 7 号，邮编 3042',
    },
    bankDetails:
      'Demonstration details, no transfer will arrive. Example Bank, IBAN CY00 0000 0000 0000 0000 0000 0000, BIC EXAMCY2N',
    phone: '+357 25 000 001',
    email: 'crew@nebula.example',
    website: 'https://nebula.example',
    offerPage: 'offer-nebula',
  },
];
