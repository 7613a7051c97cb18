import type { Core } from '@strapi/strapi';
import { type KeyClaim, requestHash } from '@gangway/database/idempotency';
import { type AnyRoute, commonErrors, hashToken } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { front, type Reply, type RouteRequest } from '../../../frame/front/front.ts';
import { idempotencyKey } from '../../../frame/idempotency/idempotency-key.ts';
import { idempotently } from '../../../frame/idempotency/idempotently.ts';
import { limits } from '../../../frame/limits/limits.ts';
import { addressKey } from '../../../frame/request/trusted-proxies.ts';
import { lockBestAvailable, lockSeats, unlockSeats } from '../contract.ts';
import { countsOf } from '../domain/held-counts.ts';
import { requireSession } from '../domain/session.ts';
import { wantedPlaces } from '../domain/wanted-places.ts';
import { wholeTables } from '../domain/whole-tables.ts';
import { type HeldPlaces, readHolds } from '../places.ts';
import { knownClaims } from '../projection/follow-claims.ts';
import { type Asking, type LockWork, viewOf } from './held-view.ts';
import { supplierHold } from '../supplier-hold/supplier-hold.ts';
import { lockAtSupplier } from './lock-at-supplier.ts';
import { chooseBest, isNumbered } from './lock-best.ts';
import { lockInBatch } from './lock-batch.ts';
import { lockPlaces } from './lock-places.ts';
import type { Ask } from './lock-together.ts';
import { withFreshCatalogue } from './stale-catalogue.ts';
import { unlockPlaces } from './unlock-places.ts';

/** Locks and unlocks go through the front: they are what a rush consists of. */
export function serveLocking(strapi: Core.Strapi): void {
  front(strapi).serve(lockSeats, (request) =>
    lock({ strapi, route: lockSeats.id, request }, ({ departure, now }) => ({
      choose: () => wantedPlaces(departure, request.body, now),
    })),
  );
  front(strapi).serve(lockBestAvailable, (request) =>
    lock({ strapi, route: lockBestAvailable.id, request }, ({ departure, now }) => ({
      choose: chooseBest({ departure, wish: request.body, now }),
      picks: isNumbered(departure),
    })),
  );
  front(strapi).serve(unlockSeats, (request) => unlock(strapi, request));
}

type Body = { sessionId?: string | undefined };
type LockRequest = Omit<RouteRequest<AnyRoute>, 'params' | 'body'> & { params: { id: string }; body: Body };

type LockCall = { strapi: Core.Strapi; route: string; request: LockRequest };

type AskOf = (asking: Asking) => Omit<Ask, 'buyer'>;

async function lock({ strapi, route, request }: LockCall, askOf: AskOf): Promise<Reply> {
  const sessionId = await countedSession(strapi, request);
  const scope = scopeOf(route, sessionId);
  return withFreshCatalogue(strapi, request.params.id, async () => {
    const { now } = request;
    const asking = { ...askingOf(strapi, request, sessionId), now };
    const { departure, buyer } = asking;
    const ask = { buyer, ...askOf(asking) };
    if (supplierHold(strapi).covers(departure.id)) {
      const work: LockWork = (trx) => lockPlaces(trx, { ...ask, departure, now });
      return lockAtSupplier({ strapi, request, scope, sessionId, asking, work });
    }
    const claims = knownClaims(strapi, departure.id, now);
    const isRemembered = (seatCode: string) => claims?.seat(seatCode) !== undefined;
    return lockInBatch(strapi)({ request, scope, key: keyOf(request, scope), departure, ask, isRemembered });
  });
}

/** @throws INVALID_IDEMPOTENCY_KEY */
function keyOf({ headers, params, query, body, now }: LockRequest, scope: string): KeyClaim | undefined {
  const key = idempotencyKey(headers);
  return key === undefined ? undefined : { scope, key, hash: requestHash([params, query, body]), now };
}

async function unlock(strapi: Core.Strapi, request: RouteRequest<typeof unlockSeats>): Promise<Reply> {
  const { body, now } = request;
  const sessionId = await countedSession(strapi, request);
  const { departure, buyer } = askingOf(strapi, request, sessionId);
  const seats = body.seats && departure.plan ? wholeTables(departure.plan, body.seats) : body.seats;
  const letGo = { seats, counts: body.quantities && countsOf(body.quantities, body.zone) };
  return idempotently(strapi, { request, scope: scopeOf(unlockSeats.id, sessionId) }, async (trx) => {
    await unlockPlaces(trx, { eventId: departure.id, letGo, buyer, now });
    const left = (await readHolds(trx, { sessionId, now })).find(({ eventId }) => eventId === departure.id);
    return { value: { data: left ? unlockedView(left) : nothing } };
  });
}

const unlockedView = (left: HeldPlaces) =>
  viewOf({ ...left, seats: left.seats.map(({ seatCode }) => seatCode) });

const nothing = { holdId: null, expiresAt: null, seats: [], quantities: {}, counts: [] };

/** @throws INVALID_INPUT without a session, RATE_LIMITED */
async function countedSession(
  strapi: Core.Strapi,
  { body, headers, ip }: Pick<LockRequest, 'body' | 'headers' | 'ip'>,
): Promise<string> {
  const sessionId = requireSession({ body, headers });
  await limits(strapi).take({ name: 'locks', key: sessionId, ip });
  await limits(strapi).take({ name: 'locks.address', key: addressKey(ip), ip });
  return sessionId;
}

/** @throws NOT_FOUND, UNAVAILABLE while there is no catalogue */
function askingOf(
  strapi: Core.Strapi,
  { params, person }: Pick<LockRequest, 'params' | 'person'>,
  sessionId: string,
): Omit<Asking, 'now'> {
  const catalogue = catalogueProjection(strapi).current();
  if (!catalogue) throw commonErrors.UNAVAILABLE();
  const departure = catalogue.byId.get(params.id);
  if (!departure) throw commonErrors.NOT_FOUND();
  return { departure, buyer: { sessionHash: hashToken(sessionId), customerId: person.customerId } };
}

/** The same key on another departure is another request of the same owner, and refused. */
const scopeOf = (route: string, sessionId: string) => `${route}:session:${hashToken(sessionId)}`;
