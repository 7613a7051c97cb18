import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import { idempotencyKey } from '../basket/idempotency-key.ts';
import { unlock } from '../basket/unlock.ts';
import type { HeldHere } from './held-here.ts';
import { changeOf, isNone, type PlacesForm, type Quantities } from './places-form.ts';
import { refusalOf, type Refusal } from './refusal.ts';

interface Taking {
  api: Api;
  eventId: string;
  form: PlacesForm;
  /** What the session holds now; undefined where nobody can say. */
  holdings: () => Promise<HeldHere | undefined>;
}

/**
 * Holds what the form says, no more and no less. What is missing is taken first, so that a refusal leaves everything as
 * it was; then what is too much goes. Places of another zone go too: a form asks for one.
 */
export async function takePlaces({ api, eventId, form, holdings }: Taking): Promise<Refusal | undefined> {
  const held = await holdings();
  const isKnown = held !== undefined && held.zones.every((zone) => zone === form.zone);
  if (!isKnown) await unlock(api, { eventId });
  const change = changeOf({ held: isKnown ? held.quantities : {}, wished: form.quantities });
  const refusal = isNone(change.take)
    ? undefined
    : await take({ api, eventId, form, held, wanted: change.take });
  if (refusal) return refusal;
  const now = isNone(change.take) ? held : await holdings();
  // A form that was sent before, and its places let go since, is answered as it was then: with places that are gone.
  const gone = now ? changeOf({ held: now.quantities, wished: form.quantities }).take : {};
  const again = isNone(gone) ? undefined : await lock({ api, eventId, zone: form.zone, wanted: gone });
  if (again) return again;
  if (!isNone(change.letGo)) await unlock(api, { eventId, quantities: change.letGo });
  return undefined;
}

type Wanted = Pick<Taking, 'api' | 'eventId'> & { wanted: Quantities };

/** Two presses of the button are one wish; another wish from the same page, gone back to, is another. */
function take({ form, held, ...rest }: Wanted & { form: PlacesForm; held: HeldHere | undefined }) {
  const { key: nonce, zone } = form;
  const wish = { wanted: rest.wanted, zone, held: held?.quantities };
  return lock({ ...rest, zone, ...(nonce ? { key: idempotencyKey({ nonce, wish }) } : {}) });
}

type Locking = Wanted & { zone: string | undefined; key?: string };

async function lock({ api, eventId, wanted, zone, key }: Locking): Promise<Refusal | undefined> {
  const { error } = await asked(
    api.POST('/api/events/{id}/seats/lock', {
      params: { path: { id: eventId }, header: key ? { 'Idempotency-Key': key } : {} },
      body: { quantities: wanted, ...(zone === undefined ? {} : { zone }) },
    }),
  );
  return error && refusalOf(error);
}
