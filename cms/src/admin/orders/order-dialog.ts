import type { Order } from './order.ts';

/** What every dialog of an order is given: the order, how to read it anew, and whether it is open. */
export type OrderDialog = { order: Order; load: () => void; open: boolean; setOpen: (open: boolean) => void };
