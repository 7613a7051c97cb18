/**
 * What a gateway is made of: kit's port, and the suite that says whether it keeps it is behind `./testing`. A package
 * of your own depends on `@gangway/kit` alone; this door is for providers that live in the house.
 */
export { definePaymentProvider, paymentStates, providerRefused, providerUnreachable } from '@gangway/kit';
export type {
  Notice,
  PaymentAction,
  PaymentGateway,
  PaymentReport,
  PaymentState,
  RawNotification,
  RefundReport,
  StartedPayment,
  StartPayment,
  StartRefund,
} from '@gangway/kit';
