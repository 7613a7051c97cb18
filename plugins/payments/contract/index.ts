export * from './admin-routes.ts';
export type * from './payable.ts';
export type * from './payments.ts';
export * from './payments-of.ts';
export * from './routes.ts';
export { paymentErrors } from '../server/src/errors.ts';
