import type { FeeRecord } from './records.ts';

export const fees: FeeRecord[] = [
  {
    slug: 'nebula-club-fee',
    name: { ru: 'Клубный сбор', en: 'Club fee', zh: '俱乐部服务费' },
    seller: 'nebula',
    kind: 'amount',
    amount: 300,
    vatMode: 'included',
  },
];
