import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';

interface Unlocking {
  eventId: string;
  seats?: string[];
  quantities?: Record<string, number>;
  /** Of the quantities; without it they are let go in whichever zone there are some. */
  zone?: string;
  /** So that the same deed done twice lets go once. */
  key?: string;
}

/** Lets places go; all of the departure when none are named. What is not held any more is no fault. */
export async function unlock(api: Api, { eventId, key, ...body }: Unlocking): Promise<void> {
  const params = { path: { id: eventId } };
  const headers = key ? { 'idempotency-key': key } : {};
  await asked(api.POST('/api/events/{id}/seats/unlock', { params, body, headers }));
}
