import type { OrderState } from './moves.ts';

export const reminderKinds = ['day', 'soon'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const hour = 3_600_000;

/** How long before the departure a reminder is due, and how late it may still go out. Milliseconds. */
const terms: Record<ReminderKind, { before: number; patience: number }> = {
  day: { before: 24 * hour, patience: 6 * hour },
  soon: { before: 2 * hour, patience: hour },
};

export type DueReminder = { kind: ReminderKind; dueAt: Date };

/** The reminders that are still ahead at `now`; whoever buys later than that knows when they leave. Milliseconds. */
export function remindersAhead({ leavesAt, now }: { leavesAt: number; now: number }): DueReminder[] {
  const all = reminderKinds.map((kind) => ({ kind, dueAt: new Date(leavesAt - terms[kind].before) }));
  return all.filter(({ dueAt }) => dueAt.getTime() > now);
}

/** What a reminder looks at when it is due, and once more when it is sent. `now` in milliseconds. */
export type Remembered = {
  kind: ReminderKind;
  order: { state: OrderState };
  /** Undefined: the departure is gone. */
  departure: { leavesAt: number; cancelled: boolean } | undefined;
  /** Tickets of the departure that are good. */
  tickets: number;
  stopped: boolean;
  now: number;
};

/** `late`: it would tell of something that is nearly over; `off`: nobody travels, or nobody wants to hear of it. */
export function reminderVerdict(remembered: Remembered): 'told' | 'late' | 'off' {
  const { kind, order, departure, tickets, stopped, now } = remembered;
  const travels = order.state === 'PAID' || order.state === 'PARTIALLY_REFUNDED';
  if (!travels || stopped || tickets === 0 || !departure || departure.cancelled) return 'off';
  const { before, patience } = terms[kind];
  return now > departure.leavesAt - before + patience ? 'late' : 'told';
}
