import type { Core } from '@strapi/strapi';
import { commonErrors, hashToken, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { front, jsonReply, type Reply, type RouteRequest } from '../../../frame/front/front.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { eventSeats } from '../contract.ts';
import { type Claimed, seatStatuses } from '../domain/seat-statuses.ts';
import { sessionOf } from '../domain/session.ts';
import { isLive } from '../projection/claims-in-memory.ts';
import { knownClaims, takenPlaces } from '../projection/follow-claims.ts';
import { livePlaces } from '../store/live-places.ts';

const secondsToReuse = 1;

/** The public map comes from memory; with a session its own places are read anew and nobody keeps the answer. */
export function serveSeats(strapi: Core.Strapi): void {
  const map = keptMaps(strapi);
  front(strapi).serve(eventSeats, (request) => {
    const departure = departureOf(strapi, request);
    const sessionId = sessionOf(request);
    return sessionId === undefined
      ? map(departure, request.now)
      : ownMap(strapi, { ...request, departure, sessionId });
  });
}

/** @throws NOT_FOUND, UNAVAILABLE */
function departureOf(strapi: Core.Strapi, { params, locale }: RouteRequest<typeof eventSeats>): Departure {
  const catalogue = catalogueProjection(strapi).current();
  if (!catalogue) throw commonErrors.UNAVAILABLE();
  const departure = catalogue.byId.get(params.id);
  if (!departure?.activity.texts[locale]) throw commonErrors.NOT_FOUND();
  return departure;
}

/** Answers are kept until the departure, its places or the count of the dead ones change. */
function keptMaps(strapi: Core.Strapi): (departure: Departure, now: Date) => Reply {
  const kept = new WeakMap<Departure, { version: number; reply: Reply }>();
  return (departure, now) => {
    const { version, places } = takenPlaces(strapi, now);
    const known = kept.get(departure);
    if (known?.version === version) return known.reply;
    const { seq = 0, seats = [] } = knownClaims(strapi, departure.id) ?? {};
    const claims = seats.filter(({ until }) => isLive(until, now.getTime()));
    const isFull = (places.get(departure.id) ?? 0) >= departure.capacity;
    const reply = jsonReply(view(departure, { seq, claims, isFull }), { maxAge: secondsToReuse });
    kept.set(departure, { version, reply });
    return reply;
  };
}

type OwnMap = { departure: Departure; sessionId: string; now: Date };

async function ownMap(strapi: Core.Strapi, { departure, sessionId, now }: OwnMap): Promise<Reply> {
  const question = { eventId: departure.id, sessionHash: hashToken(sessionId), now };
  const { seq, seats } = await livePlaces(strapi.db.connection as unknown as Transaction, question);
  const isFull = (takenPlaces(strapi, now).places.get(departure.id) ?? 0) >= departure.capacity;
  return privateReply(view(departure, { seq, claims: seats, isFull }));
}

type Shown = { seq: number; claims: readonly Claimed[]; isFull: boolean };

function view({ plan, event }: Departure, { seq, claims, isFull }: Shown) {
  const numbered = event.seating === 'assigned' ? plan : undefined;
  return { data: { seq, seats: seatStatuses({ plan: numbered, claims, isFull }) } };
}
