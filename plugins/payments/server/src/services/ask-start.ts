import { providerUnreachable } from '@gangway/kit';
import type { Sale, StartPayment, StartedPayment } from '@gangway/kit';
import { moneyOf } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { callGateway } from './call-gateway.ts';
import type { Outcome } from './call-gateway.ts';
import type { Hub } from './hub.ts';
import { noCharge, noChargeGateway } from './no-charge.ts';

/** Asks the gateway to begin the attempt; asked again, it answers about the same one. No transaction may be open. */
export function askStart(
  hub: Hub,
  asked: { payment: PaymentRow; sale: Sale },
): Promise<Outcome<StartedPayment>> {
  const { provider_key } = asked.payment;
  const port = provider_key === noCharge ? noChargeGateway : hub.gateways.get(provider_key)?.port;
  return callGateway(() => {
    if (!port) throw providerUnreachable(`No provider with the key "${provider_key}" is listed any more.`);
    return port.start(startRequest(asked));
  });
}

function startRequest({ payment, sale }: { payment: PaymentRow; sale: Sale }): StartPayment {
  const { document_id, variant, return_url, language, payable_kind, payable_id, fields } = payment;
  return {
    attemptId: document_id,
    amount: moneyOf(payment),
    sale,
    ...(variant === null ? {} : { variant }),
    returnUrl: return_url ?? '',
    locale: language,
    reference: { kind: payable_kind, id: payable_id },
    fields: fields ?? {},
  };
}
