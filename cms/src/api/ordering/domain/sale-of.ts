import { allocate, type Locale, money, type Sale, type SaleLine } from '@gangway/kit';
import type { Order, OrderLine } from './order.ts';

const longestName = 128;

/**
 * An order in the words of receipts and invoices: discounts spread, VAT per line. A line whose amount does not divide by
 * its quantity becomes two, the second with `.2` after its id.
 */
export function saleOf(order: Order, lines: readonly OrderLine[]): Sale {
  return {
    number: order.number,
    language: order.language,
    total: money(order.total, order.currency),
    lines: lines.flatMap((line) => saleLines(order, line)),
    buyer: { fullName: order.buyerName, email: order.buyerEmail, phone: order.buyerPhone },
    seller: {
      id: order.sellerId,
      country: order.sellerFacts.country,
      currency: order.currency,
      taxRegime: order.sellerFacts.taxRegime,
      inn: order.sellerFacts.inn,
    },
  };
}

function saleLines(order: Order, line: OrderLine): SaleLine[] {
  const parts = evenParts(line);
  const vats = allocate(
    money(line.vatAmount, order.currency),
    parts.map(({ amount }) => amount),
  );
  return parts.map((part, index) => ({
    id: index === 0 ? line.id : `${line.id}.${index + 1}`,
    name: shortened(line.names[languageOfPapers(order)]),
    kind: line.kind,
    subject: subjectOf(line),
    ...part,
    vat: { mode: line.vatMode, rateBp: line.vatRateBp, amount: vats[index]?.amount ?? 0 },
  }));
}

// Names on a Russian receipt are in Russian whoever buys: it is a document of the state language (53-FZ, art. 3; FFD,
// tag 1030), and a register prints code page 866, which has no Chinese.
const languageOfPapers = ({ language, sellerFacts }: Order): Locale =>
  sellerFacts.country === 'RU' ? 'ru' : language;

type Part = Pick<SaleLine, 'quantity' | 'unitAmount' | 'amount'>;

/** The pieces of a line by price: those that bear the odd units come first. */
function evenParts({ amount, quantity }: Pick<OrderLine, 'amount' | 'quantity'>): Part[] {
  const unitAmount = Math.floor(amount / quantity);
  const dearer = amount - unitAmount * quantity;
  return [part(dearer, unitAmount + 1), part(quantity - dearer, unitAmount)].filter(
    (one) => one.quantity > 0,
  );
}

function part(quantity: number, unitAmount: number): Part {
  return { quantity, unitAmount, amount: quantity * unitAmount };
}

// Tag 1212: a gift card is an advance, a badge or a guide is a thing, all else is a service.
function subjectOf({ kind, productKind }: OrderLine): SaleLine['subject'] {
  if (kind !== 'product') return 'service';
  if (productKind === 'gift_card') return 'payment';
  return productKind === 'guide' || productKind === 'badge' ? 'commodity' : 'service';
}

function shortened(name: string): string {
  const letters = [...name];
  return name.length <= longestName ? name : `${cut(letters)}…`;
}

// Counts UTF-16 units, as schemas do, and never halves a letter.
function cut(letters: string[]): string {
  let text = '';
  for (const letter of letters) {
    if (text.length + letter.length >= longestName) break;
    text += letter;
  }
  return text.trimEnd();
}
