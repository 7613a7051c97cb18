import type { Command } from './commands.ts';

/** What came back over HTTP; `bytes` as they came. */
export interface Answer<Data = unknown> {
  status: number;
  code: string | undefined;
  details: Record<string, unknown>;
  data: Data;
  bytes: string;
}

export interface HeldView {
  holdId: string | null;
  expiresAt: string | null;
  seats: string[];
  quantities: Record<string, number>;
}

export interface Amount {
  amount: number;
  currency: string;
}

export interface OrderView {
  id: string;
  status: string;
  total: Amount;
  refunded: Amount;
  expiresAt: string | null;
  lines: {
    id: string;
    seatCode: string | null;
    ticketTypeId: string | null;
    quantity: number;
    amount: Amount;
  }[];
}

export interface RequestView {
  id: string;
  status: string;
  amount: Amount;
  lines: { lineId: string; quantity: number; amount: Amount }[];
}

export interface StartedView {
  paymentId: string;
  status: string;
}

/** Names of a cell as the shop knows them. */
export interface Names {
  types: { adult: string; child: string };
}

type Of<Name extends Command['do']> = Extract<Command, { do: Name }>;

/** A command that was carried out, with everything that its buyer saw. */
export type Deed =
  | {
      command: Of<'lock seats' | 'lock places' | 'best' | 'unlock seats' | 'unlock places'>;
      held: Answer<HeldView>;
    }
  | { command: Of<'quote'>; quote: Answer<{ total: Amount }> }
  | { command: Of<'order'>; placed: Answer<OrderView>; second?: Answer<OrderView> | undefined }
  | { command: Of<'steal'>; refused: Answer }
  | { command: Of<'again'>; first: Answer; repeated: Answer }
  | { command: Of<'start'>; orderId: string; started: Answer<StartedView> }
  | { command: Of<'settle'>; orderId: string; attempt: string; kept: boolean; order: OrderView }
  | { command: Of<'cancel'>; orderId: string; ended: Answer<{ status: string; refund: RequestView | null }> }
  | { command: Of<'refund'>; orderId: string; asked: Answer<RequestView>; lineId?: string | undefined }
  | { command: Of<'quote refund'>; orderId: string; quoted: Answer<{ refundable: Amount }> }
  | { command: Of<'look'>; seats: Record<string, string> };

/** When the first of several deeds began and the last one ended, on business time in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** What the model makes of a deed: the shop afterwards, or why it cannot have happened. */
export type Verdict<State> = { next: State } | { why: string };

export const no = (why: string): { why: string } => ({ why });

/** Reads as `409 SOLD_OUT`. */
export const said = ({ status, code }: Answer): string => [status, code].filter(Boolean).join(' ');
