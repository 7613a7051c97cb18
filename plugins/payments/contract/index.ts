export type * from './payable.ts';
export type * from './payments.ts';
export * from './payments-of.ts';
