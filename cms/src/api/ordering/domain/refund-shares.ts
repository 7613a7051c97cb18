import { allocate, type Currency } from '@gangway/kit';

/** What one request takes of one line; both amounts in minor units. */
export type RefundShare = { lineId: string; quantity: number; amount: number; vatAmount: number };

/** A line as it was sold, and what earlier requests have taken of it. */
export type SoldLine = {
  id: string;
  kind: 'admission' | 'product' | 'fee';
  forLine: string | null;
  quantity: number;
  amount: number;
  vatAmount: number;
};

export type AskedLine = { lineId: string; quantity?: number | undefined };

export type ShareQuestion = {
  lines: readonly SoldLine[];
  /** Shares of all requests that were not refused and did not fail, waiting ones included. */
  taken: readonly RefundShare[];
  /** Undefined: everything that is left. */
  asked: readonly AskedLine[] | undefined;
  currency: Currency;
};

export type ShareProblem = { lineId: string; problem: 'UNKNOWN_LINE' | 'MORE_THAN_LEFT' };

/** How many units of a line earlier requests have taken. */
export function takenQuantity(taken: readonly RefundShare[], lineId: string): number {
  return taken
    .filter((share) => share.lineId === lineId)
    .reduce((units, { quantity }) => units + quantity, 0);
}

/**
 * What is to be given back: the lines asked for and the fees that were charged for them, one share for each line. A share
 * is a part of what is left, so the shares of all requests together are the line's amount, and never more.
 */
export function refundShares(question: ShareQuestion): RefundShare[] | ShareProblem {
  const asked = gathered(question.asked ?? question.lines.map(({ id }) => ({ lineId: id })), question);
  const problem = asked.map((line) => problemOf(line, question)).find((found) => found !== undefined);
  if (problem) return problem;
  const fees = question.lines.flatMap((line) => feeWith(asked, line, question));
  const wanted = withWhatIsFree([...asked, ...fees], question).filter(({ quantity }) => quantity > 0);
  return wanted.map((line) => shareOf(line, question));
}

type Wanted = { lineId: string; quantity: number };

/** With the last ticket that was paid for goes all that was free: an infant does not travel alone. */
function withWhatIsFree(wanted: Wanted[], question: ShareQuestion): Wanted[] {
  const going = (lineId: string) => wanted.find((line) => line.lineId === lineId)?.quantity ?? 0;
  const paid = question.lines.filter(({ kind, amount }) => kind === 'admission' && amount > 0);
  const stays = paid.some(({ id }) => going(id) < leftOf(id, question));
  if (stays || !paid.some(({ id }) => going(id) > 0)) return wanted;
  const free = question.lines.filter(({ amount }) => amount === 0).map(({ id }) => id);
  const others = wanted.filter(({ lineId }) => !free.includes(lineId));
  return [...others, ...free.map((lineId) => ({ lineId, quantity: leftOf(lineId, question) }))];
}

/** A line that is named twice is asked for once, with both quantities; without a quantity all that is left of it. */
function gathered(asked: readonly AskedLine[], question: ShareQuestion): Wanted[] {
  const wanted = asked.map(({ lineId, quantity }) => ({
    lineId,
    quantity: quantity ?? leftOf(lineId, question),
  }));
  return [...Map.groupBy(wanted, ({ lineId }) => lineId)].map(([lineId, named]) => ({
    lineId,
    quantity: named.reduce((units, { quantity }) => units + quantity, 0),
  }));
}

function leftOf(lineId: string, { lines, taken }: ShareQuestion): number {
  const line = lines.find(({ id }) => id === lineId);
  return line ? line.quantity - takenQuantity(taken, lineId) : 0;
}

function problemOf({ lineId, quantity }: Wanted, question: ShareQuestion): ShareProblem | undefined {
  if (!question.lines.some(({ id }) => id === lineId)) return { lineId, problem: 'UNKNOWN_LINE' };
  return quantity > leftOf(lineId, question) ? { lineId, problem: 'MORE_THAN_LEFT' } : undefined;
}

/** A fee per ticket goes ticket by ticket; one for the whole line when the last ticket of the line goes. */
function feeWith(asked: readonly Wanted[], fee: SoldLine, question: ShareQuestion): Wanted[] {
  const line = question.lines.find(({ id }) => id === fee.forLine);
  const wanted = asked.find(({ lineId }) => lineId === fee.forLine);
  if (!line || !wanted || asked.some(({ lineId }) => lineId === fee.id)) return [];
  const left = leftOf(fee.id, question);
  const last = wanted.quantity === leftOf(line.id, question);
  if (last) return [{ lineId: fee.id, quantity: left }];
  return fee.quantity === line.quantity
    ? [{ lineId: fee.id, quantity: Math.min(left, wanted.quantity) }]
    : [];
}

/** The first units of what is left, dearer ones first; the last ones take the rest, whatever failed before. */
function shareOf({ lineId, quantity }: Wanted, question: ShareQuestion): RefundShare {
  const line = question.lines.find(({ id }) => id === lineId) as SoldLine;
  const taken = question.taken.filter((share) => share.lineId === lineId);
  const units = Array.from({ length: leftOf(lineId, question) }, () => 1);
  const part = (key: 'amount' | 'vatAmount') => {
    const rest = taken.reduce((left, share) => left - share[key], line[key]);
    const parts = allocate({ amount: rest, currency: question.currency }, units);
    return parts.slice(0, quantity).reduce((sum, { amount }) => sum + amount, 0);
  };
  return { lineId, quantity, amount: part('amount'), vatAmount: part('vatAmount') };
}
