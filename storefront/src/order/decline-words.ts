import type { Translate } from '@gangway/client/words';

/** Words of gateways that are told apart; whatever else they say is a decline without a reason. */
const known = new Set([
  ...['insufficient_funds', 'card_expired', 'invalid_card_number', 'invalid_csc', '3d_secure_failed'],
  ...['call_issuer', 'fraud_suspected', 'issuer_unavailable', 'payment_method_limit_exceeded'],
  ...['payment_method_restricted', 'country_forbidden', 'expired_on_confirmation'],
]);

/** Why a payment did not come about, as a person would say it. */
export const declineWords = (reason: string | null, t: Translate): string =>
  t(`order:decline.${reason !== null && known.has(reason) ? reason : 'other'}`);
