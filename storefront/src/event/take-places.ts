import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import { unlock } from '../basket/unlock.ts';
import type { HeldHere } from './held-here.ts';
import { changeOf, isNone, type PlacesForm } from './places-form.ts';
import { refusalOf, type Refusal } from './refusal.ts';

interface Taking {
  api: Api;
  eventId: string;
  form: PlacesForm;
  /** Undefined where nobody can say what is held. */
  held: HeldHere | undefined;
}

/**
 * Holds what the form says, no more and no less. What is missing is taken first, so that a refusal leaves everything as
 * it was; then what is too much goes. Places of another zone go too: a form asks for one.
 */
export async function takePlaces({ api, eventId, form, held }: Taking): Promise<Refusal | undefined> {
  const isKnown = held !== undefined && held.zones.every((zone) => zone === form.zone);
  if (!isKnown) await unlock(api, { eventId });
  const change = changeOf({ held: isKnown ? held.quantities : {}, wished: form.quantities });
  const refusal = isNone(change.take)
    ? undefined
    : await lock({ api, eventId, form, quantities: change.take });
  if (refusal) return refusal;
  if (!isNone(change.letGo)) await unlock(api, { eventId, quantities: change.letGo });
  return undefined;
}

type Locking = Pick<Taking, 'api' | 'eventId' | 'form'> & { quantities: Record<string, number> };

async function lock({ api, eventId, form, quantities }: Locking): Promise<Refusal | undefined> {
  const { error } = await asked(
    api.POST('/api/events/{id}/seats/lock', {
      params: { path: { id: eventId }, header: form.key ? { 'Idempotency-Key': form.key } : {} },
      body: { quantities, ...(form.zone === undefined ? {} : { zone: form.zone }) },
    }),
  );
  return error && refusalOf(error);
}
