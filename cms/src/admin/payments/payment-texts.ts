import { codeWord } from '../desk/code-word.ts';
import type { Say } from '../words/use-words.ts';

/** `yookassa:sbp` as people call it; a gateway of an installation's own keeps its key. */
export function methodName(say: Say, method: string): string {
  const [gateway = '', variant] = method.split(':');
  const names = [gateway, variant].filter((part) => part !== undefined).map((part) => named(say, part));
  return names.join(', ');
}

function named(say: Say, key: string): string {
  const id = codeWord('payments.method', key);
  return id ? say(id) : key;
}

/** Why something failed or waits; what nobody has put into words yet is told as such, with its code. */
export function whyText(say: Say, code: string | null | undefined): string | undefined {
  if (!code) return undefined;
  const id =
    codeWord('payments.why', code) ?? codeWord('orders.rule', code) ?? codeWord('orders.close', code);
  return id ? say(id) : say('desk.otherReason', { code });
}

/** `clearing:yookassa` as people call it. */
export function accountName(say: Say, account: string): string {
  const [kind = '', keeper] = account.split(':');
  const id = codeWord('payments.account', kind);
  if (!id) return account;
  return say(id, keeper === undefined ? {} : { keeper: methodName(say, keeper) });
}

/** A signed amount as the two columns of a ledger: debit is positive. */
export const sidesOf = (amount: number): { debit?: number; credit?: number } =>
  amount < 0 ? { credit: -amount } : { debit: amount };
