import { z } from '@gangway/kit';

/** How the outside world behaves; set on the page of the sandbox or by its control API. */
export const switchesSchema = z.strictObject({
  /** The shop makes receipts with YooKassa: without one a payment is refused. */
  fiscalization: z.boolean(),
  /** How registrations of receipts end, and after how long in business time. */
  receipts: z.enum(['succeeded', 'canceled']),
  receiptDelayMs: z.int().min(0).max(604_800_000),
  /** How refunds end; `pending` ones wait for the control API. */
  refunds: z.enum(['succeeded', 'pending', 'insufficient_funds', 'general_decline', 'rejected_by_payee']),
  /** Whether a declined card ends the payment at once, or the buyer may try another one. */
  declines: z.enum(['retry', 'final']),
  /** How often each notification is sent. */
  copies: z.int().min(0).max(5),
  delayMs: z.int().min(0).max(60_000),
  /** Holds notifications back for a moment and sends the latest first. */
  reorder: z.boolean(),
  /** What `X-Forwarded-For` of notifications says; empty: none is sent. */
  sourceIp: z.string().max(45),
});

export type Switches = z.output<typeof switchesSchema>;

export const ordinary: Switches = {
  fiscalization: true,
  receipts: 'succeeded',
  receiptDelayMs: 5_000,
  refunds: 'succeeded',
  declines: 'retry',
  copies: 1,
  delayMs: 0,
  reorder: false,
  sourceIp: '185.71.76.1',
};

/** The operations of the API that faults can be put on. */
export const operationNames = [
  ...['payments.create', 'payments.list', 'payments.get', 'payments.capture', 'payments.cancel'],
  ...[
    'refunds.create',
    'refunds.list',
    'refunds.get',
    'receipts.create',
    'receipts.list',
    'receipts.get',
    'me',
  ],
] as const;

export const faultSchema = z.strictObject({
  operation: z.enum(['any', ...operationNames]),
  kind: z.enum([
    /** Does it and answers 500. */
    'error-after-commit',
    /** Answers 429 and does nothing. */
    'too-many-requests',
    /** Does it and answers 500 after 30 seconds, or `delayMs`. */
    'hang',
    /** Does it and answers a page, as a proxy in between would. */
    'html',
    /** Does it and closes the connection without an answer. */
    'drop',
    /** Closes the connection and does nothing. */
    'drop-before',
    /** Answers `answer` and does nothing. */
    'answer',
  ]),
  /** How many requests it meets. */
  times: z.int().min(1).max(10_000).default(1),
  delayMs: z.int().min(0).max(60_000).default(30_000),
  /** Milliseconds, for 429. */
  retryAfter: z.int().min(0).default(1_800),
  answer: z
    .strictObject({
      status: z.int().min(400).max(599),
      code: z.string().min(1),
      description: z.string().default('Asked for by the control API'),
      parameter: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
});

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
