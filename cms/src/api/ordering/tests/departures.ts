import { asStaff, type StaffMember } from '../../../../tests/support/staff.ts';

/** What the back office does with departures that were sold. */

export type AffectedData = {
  event: { id: string; state: string; startAt: string; leavesAt: string; berth: { id: string } | null };
  orders: { id: string; status: string; tickets: number; amount: { amount: number }; otherEvents: number }[];
  totals: { orders: number; unpaid: number; tickets: number; money: { amount: number; currency: string }[] };
  refundable: boolean;
  told: number;
};

export const reason = 'Storm warning of the harbour';

type Deed = { method?: string; what?: 'cancel' | 'change'; body?: object; key?: string };

export const departureDeed = (
  member: StaffMember | undefined,
  eventId: string,
  { method = 'POST', what = 'cancel', body = { cause: 'weather', reason } }: Deed = {},
) =>
  asStaff<AffectedData>(member, {
    ...{ method, path: `/api/admin/events/${eventId}/${what}` },
    ...(method === 'GET' ? {} : { body }),
  });

export const codeOf = async (asked: ReturnType<typeof departureDeed>) => {
  const { status, error } = await asked;
  return [status, (error as unknown as { code: string } | undefined)?.code];
};

export const startOf = async (eventId: string): Promise<number> =>
  Number((await strapi.db.connection('events').where({ document_id: eventId }).first()).start_at);

export type Message = { message: string; dedupe_key: string; state: string; recipient: string };

export const messagesOf = ({ id }: { id: string }): Promise<Message[]> =>
  strapi.db.connection('messages').where({ subject_id: id }).orderBy('id');
