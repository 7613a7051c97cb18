import { amountOrPercentProblems } from './amount-or-percent.ts';
import { priceProblems, validityProblems, type EditedPrice } from './price-rules.ts';
import { promotionProblems, type EditedPromotion } from './promotion-rules.ts';
import { soldBySellerProblems } from './seller-currency.ts';
import { ticketTypeProblems } from './ticket-type-rules.ts';
import { vesselProblems } from './vessel-rules.ts';

const codes = (problems: { code: string; path: string[] }[]) =>
  problems.map(({ code, path }) => `${path.join('.')} ${code}`);

const seller = { documentId: 'river', currency: 'RUB' };
const activity = { documentId: 'bridges', seller };
const price: EditedPrice = { currency: 'RUB', ticketType: {}, activity };

describe('a price', () => {
  it('is for an activity or for one departure', () => {
    expect(priceProblems(price)).toEqual([]);
    expect(priceProblems({ ...price, activity: null, event: { activity } })).toEqual([]);
    expect(codes(priceProblems({ ...price, activity: null }))).toEqual(['activity PRICE_SUBJECT_REQUIRED']);
  });

  it('names an activity and a departure only when they belong together', () => {
    const other = { ...activity, documentId: 'jazz' };
    expect(priceProblems({ ...price, event: { activity } })).toEqual([]);
    expect(codes(priceProblems({ ...price, event: { activity: other } }))).toEqual([
      'event PRICE_OF_OTHER_ACTIVITY',
    ]);
  });

  it('is for a ticket type, in the currency of the seller', () => {
    expect(codes(priceProblems({ ...price, ticketType: null, currency: 'EUR' }))).toEqual([
      'ticketType TICKET_TYPE_REQUIRED',
      'currency CURRENCY_OF_SELLER',
    ]);
    expect(codes(priceProblems({ ...price, activity: null, event: { activity }, currency: 'EUR' }))).toEqual([
      'currency CURRENCY_OF_SELLER',
    ]);
  });

  it('ends its validity after it begins', () => {
    const [from, to] = ['2027-05-01T00:00:00Z', '2027-06-01T00:00:00Z'];
    expect(validityProblems({ validFrom: from, validTo: to })).toEqual([]);
    expect(validityProblems({ validTo: to })).toEqual([]);
    expect(codes(validityProblems({ validFrom: to, validTo: from }))).toEqual(['validTo VALIDITY_ORDER']);
  });
});

describe('a fee or a discount', () => {
  it('has the number that its kind asks for', () => {
    expect(amountOrPercentProblems({ kind: 'amount', amount: 0 })).toEqual([]);
    expect(amountOrPercentProblems({ kind: 'percent', percent: 0 })).toEqual([]);
    expect(codes(amountOrPercentProblems({ kind: 'amount', percent: 5 }))).toEqual([
      'amount AMOUNT_REQUIRED',
    ]);
    expect(codes(amountOrPercentProblems({ kind: 'percent', amount: 5 }))).toEqual([
      'percent PERCENT_REQUIRED',
    ]);
  });

  it('belongs to a seller and counts in its currency', () => {
    expect(soldBySellerProblems({ currency: 'RUB', seller })).toEqual([]);
    expect(codes(soldBySellerProblems({ currency: 'RUB', seller: null }))).toEqual([
      'seller SELLER_REQUIRED',
    ]);
    expect(codes(soldBySellerProblems({ currency: 'CNY', seller }))).toEqual(['currency CURRENCY_OF_SELLER']);
  });
});

describe('a promotion', () => {
  const promotion: EditedPromotion = { kind: 'percent', code: 'SUMMER', currency: 'RUB', seller };

  it('holds for everything of its seller or for activities of its own', () => {
    expect(promotionProblems(promotion, { taken: false })).toEqual([]);
    expect(promotionProblems({ ...promotion, activities: [{ seller }] }, { taken: false })).toEqual([]);
    const foreign = { ...promotion, activities: [{ seller: { documentId: 'nebula' } }] };
    expect(codes(promotionProblems(foreign, { taken: false }))).toEqual([
      'activities PROMOTION_OF_OTHER_SELLER',
    ]);
  });

  it('has a code that no other of the seller has', () => {
    expect(codes(promotionProblems(promotion, { taken: true }))).toEqual(['code PROMOTION_CODE_TAKEN']);
  });
});

describe('a ticket type', () => {
  it('has ages in order', () => {
    expect(ticketTypeProblems({ minAge: 7, maxAge: 7 })).toEqual([]);
    expect(ticketTypeProblems({ minAge: 7 })).toEqual([]);
    expect(codes(ticketTypeProblems({ minAge: 8, maxAge: 7 }))).toEqual(['maxAge AGE_ORDER']);
  });
});

describe('a vessel', () => {
  it('holds at least the departures that are planned with it', () => {
    expect(vesselProblems({ capacity: 90 }, { largest: 90 })).toEqual([]);
    expect(codes(vesselProblems({ capacity: 89 }, { largest: 90 }))).toEqual(['capacity VESSEL_TOO_SMALL']);
  });
});
