import type { PromotionRecord } from './records.ts';

export const promotions: PromotionRecord[] = [
  {
    code: 'FIRSTDECK',
    name: {
      ru: 'Первый раз на борту: минус 10 %',
      en: 'First time on board: 10% off',
      zh: '首次登船九折',
    },
    seller: 'slow-ahead',
    activities: ['canals-by-day', 'white-night-on-the-neva', 'night-bridges'],
    kind: 'percent',
    percent: 10,
    days: 90,
    maxUses: 500,
  },
  {
    code: 'GULF500',
    name: {
      ru: 'На залив дешевле на 500 ₽',
      en: '₽500 off a day on the Gulf',
      zh: '海湾航线立减 500 卢布',
    },
    seller: 'slow-ahead',
    activities: ['peterhof-by-fast-ship', 'forts-and-lighthouses-of-kronstadt'],
    kind: 'amount',
    amount: 50_000,
    days: 45,
    maxUses: 200,
  },
];
