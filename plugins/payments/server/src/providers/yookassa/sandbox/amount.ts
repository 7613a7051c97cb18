/** Money inside the sandbox: whole minor units. */
export type Amount = { units: number; currency: string };

/** As the API writes it; the field table has checked the form. */
export type AmountText = { value: string; currency: string };

export const amountOf = ({ value, currency }: AmountText): Amount => ({
  units: Number(value.replace('.', '')),
  currency,
});

export function amountText({ units, currency }: Amount): AmountText {
  return { value: (units / 100).toFixed(2), currency };
}
