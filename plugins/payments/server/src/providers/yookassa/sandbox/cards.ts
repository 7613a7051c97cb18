import type { Cancellation } from './records.ts';

/** https://yookassa.ru/developers/payment-acceptance/testing-and-going-live/testing#test-bank-card */
export type TestCard = { number: string; brand: string; threeDSecure: boolean; decline?: Cancellation };

const paid = (number: string, brand: string, threeDSecure = false): TestCard => ({
  number,
  brand,
  threeDSecure,
});

export const payingCards: readonly TestCard[] = [
  paid('5555555555554477', 'MasterCard', true),
  paid('5555555555554444', 'MasterCard'),
  paid('4793128161644804', 'Visa', true),
  paid('4111111111111111', 'Visa'),
  paid('2200000000000004', 'Mir', true),
  paid('2202474301322987', 'Mir'),
  paid('6759649826438453', 'Maestro'),
  paid('4175001000000017', 'Maestro'),
  paid('370000000000002', 'AmericanExpress'),
  paid('3528000700000000', 'JCB'),
  paid('36700102000000', 'DinersClub'),
];

type DeclineRow = [
  reason: string,
  masterCard: string,
  visa: string,
  mir: string,
  party?: Cancellation['party'],
];

const declineRows: DeclineRow[] = [
  ['3d_secure_failed', '5555555555554592', '4839665499603842', '2200000000000012'],
  ['call_issuer', '5555555555554535', '4926946416239025', '2200000000000020'],
  ['card_expired', '5555555555554543', '4141435412630840', '2200000000000038'],
  ['fraud_suspected', '5555555555554568', '4483274282299972', '2200000000000046'],
  ['general_decline', '5555555555554527', '4889971706588753', '2202202212312379'],
  ['insufficient_funds', '5555555555554600', '4562265587712390', '2200000000000053'],
  ['invalid_card_number', '5555555555554618', '4951017853630544', '2201382000000013'],
  ['invalid_csc', '5555555555554626', '4194180666146368', '2200770212727079'],
  ['issuer_unavailable', '5555555555554501', '4654130848359150', '2201382000000021'],
  ['payment_method_limit_exceeded', '5555555555554576', '4565231022577548', '2201382000000039'],
  ['payment_method_restricted', '5555555555554550', '4233961169071671', '2201382000000047'],
  ['country_forbidden', '5555555555554584', '4969751510013864', '2201382000000054', 'yoo_money'],
  ['fraud_suspected', '5555555555554634', '4119098878796485', '2201696981989955', 'yoo_money'],
];

const brands = ['MasterCard', 'Visa', 'Mir'];

export const decliningCards: readonly TestCard[] = declineRows.flatMap(([reason, ...rest]) => {
  const [masterCard, visa, mir, party = 'payment_network'] = rest;
  return [masterCard, visa, mir].map((number, index) => ({
    number,
    brand: brands[index] ?? '',
    threeDSecure: reason === '3d_secure_failed',
    decline: { party, reason },
  }));
});

const all = new Map([...payingCards, ...decliningCards].map((card) => [card.number, card]));

/** A test shop takes no card but these. */
export const testCard = (number: string): TestCard =>
  all.get(number) ?? {
    number,
    brand: 'Unknown',
    threeDSecure: false,
    decline: { party: 'payment_network', reason: 'invalid_card_number' },
  };
