import type { Translate } from '@gangway/client/words';
import type { QuoteLine } from '../api/shapes.ts';

interface Taxed {
  lines: readonly Pick<QuoteLine, 'vat' | 'amount'>[];
  t: Translate;
}

/** `В том числе НДС 22 %`; without the rate where there are several. */
export function vatWords({ lines, t }: Taxed): string {
  const rates = new Set(lines.filter(({ amount }) => amount.amount > 0).map(({ vat }) => vat.rateBp));
  const [rate = 0, ...others] = rates;
  if (others.length > 0) return t('checkout:sums.vatMixed');
  return rate === 0 ? t('checkout:sums.noVat') : t('checkout:sums.vat', { rate: rate / 100 });
}
