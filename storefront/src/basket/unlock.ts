import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';

interface Unlocking {
  eventId: string;
  seats?: string[];
  quantities?: Record<string, number>;
}

/** Lets places go; all of the departure when none are named. What is not held any more is no fault. */
export async function unlock(api: Api, { eventId, ...body }: Unlocking): Promise<void> {
  await asked(api.POST('/api/events/{id}/seats/unlock', { params: { path: { id: eventId } }, body }));
}
