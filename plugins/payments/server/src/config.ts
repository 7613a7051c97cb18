import { z } from '@gangway/kit';
import type { PaymentGateway, ProviderInstance } from '@gangway/kit';

const configSchema = z.strictObject({
  providers: z.array(z.custom<ProviderInstance<PaymentGateway>>((value) => isInstance(value))).default([]),
});

export type PaymentsConfig = z.output<typeof configSchema>;

/** Checked when the plugin starts, not where it is declared: the admin build reads that file too. */
export function paymentsConfig(given: unknown): PaymentsConfig {
  const checked = configSchema.safeParse(given ?? {});
  if (checked.success) return checked.data;
  const message = `payments.config in cms/config/plugins.ts is wrong: ${z.prettifyError(checked.error)}`;
  throw Object.assign(new Error(message), { code: 'PAYMENTS_SETUP', operator: true as const });
}

function isInstance(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'provider' in value && 'key' in value;
}
