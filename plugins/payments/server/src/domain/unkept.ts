/** The key of a refund of money that what it was paid for cannot keep. */
export const unkeptKey = (paymentId: string): string => `unkept:${paymentId}`;

const pattern = /^unkept:([^:]+)(?::(\d+))?$/;

/** The key under which such a refund is asked for again; undefined for any other, whose money paid for something. */
export function nextUnkeptKey(key: string): string | undefined {
  const [, paymentId, round = '1'] = pattern.exec(key) ?? [];
  return paymentId && `${unkeptKey(paymentId)}:${Number(round) + 1}`;
}

/** Whether a refund gives back money that paid for nothing. */
export const isUnkept = ({ key }: { key: string }): boolean => pattern.test(key);

type Asked = { key: string; state: string; problem: string | null };

/** What it was called before it was booked: rows of that time are still there. */
const earlier = 'TAKEN_BACK';

/** Failed, and gone all the same, when the payment had nothing left to book it against. */
export const hasGoneTwice = ({ state, problem }: Omit<Asked, 'key'>): boolean =>
  state === 'failed' && (problem === 'GONE_TWICE' || problem === earlier);

/** Whether the money of a refund is still due back: it failed, and nobody has heard since that it did arrive. */
export const isDueBack = (refund: Asked): boolean =>
  refund.state === 'failed' && !hasGoneTwice(refund) && nextUnkeptKey(refund.key) !== undefined;
