import { codeWord } from '../desk/code-word.ts';
import type { Money } from '../desk/Texts.tsx';
import type { PanelWord } from '../words/panel-words.ts';
import type { Happened } from './order.ts';

/** A sentence of the history: its words, and what stands in their gaps. `reason` and `method` are words themselves. */
export type Sentence = {
  id: PanelWord;
  amount?: Money;
  reason?: PanelWord | undefined;
  method?: string;
  moved?: string;
};

const sentences: Record<string, PanelWord> = {
  'order.created': 'orders.did.created',
  'order.pending': 'orders.did.created',
  'order.locked': 'orders.did.locked',
  'order.paid': 'orders.did.paid',
  'order.expired': 'orders.did.expired',
  'order.cancelled': 'orders.did.cancelled',
  'order.refunded': 'orders.did.refunded',
  'order.partially_refunded': 'orders.did.partially',
  'order.resent': 'orders.did.resent',
  'order.reviewed': 'orders.did.reviewed',
  'order.marked-paid': 'orders.did.markedPaid',
  'payment.returned': 'orders.did.returned',
  'refund.requested': 'orders.did.refundAsked',
  'refund.refused': 'orders.did.refundRefused',
  'refund.succeeded': 'orders.did.refundArrived',
  'refund.failed': 'orders.did.refundFailed',
};

type Moved = { from?: string; to?: string };

/** What happened to an order, in words. Amounts are in the order's currency. */
export function sentenceOf(
  { what, details }: Pick<Happened, 'what' | 'details'>,
  currency: string,
): Sentence {
  const id = sentences[what] ?? 'orders.did.other';
  const { amount, reason, reasonCode, method, moved } = details;
  const code = typeof reasonCode === 'string' ? reasonCode : reason;
  return {
    id,
    ...(typeof amount === 'number' ? { amount: { amount, currency } } : {}),
    ...(typeof code === 'string' ? { reason: reasonWord(code) } : {}),
    ...(typeof method === 'string' ? { method } : {}),
    ...(Array.isArray(moved) ? { moved: placesOf(moved as Moved[]) } : {}),
  };
}

/** Why: the rule about refunds, or why the order ended. */
export const reasonWord = (code: string): PanelWord | undefined =>
  codeWord('orders.rule', code) ?? codeWord('orders.close', code);

const placesOf = (moved: Moved[]): string =>
  moved.map(({ from, to }) => `${from ?? '?'} → ${to ?? '?'}`).join(', ');
