import type { FeeRecord } from './records.ts';

export const fees: FeeRecord[] = [
  {
    slug: 'limassol-port-fee',
    name: { ru: 'Портовый сбор', en: 'Port fee', zh: '港口费' },
    seller: 'nebula',
    kind: 'amount',
    amount: 300,
    vatMode: 'included',
  },
];
