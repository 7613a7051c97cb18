import type { Core } from '@strapi/strapi';
import { commonErrors, hashToken, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { front, jsonReply, type Reply, type RouteRequest } from '../../../frame/front/front.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { eventSeats } from '../contract.ts';
import { sessionOf } from '../domain/session.ts';
import { knownClaims, takenPlaces } from '../projection/follow-claims.ts';
import { livePlaces } from '../store/live-places.ts';
import { publicSeats, seatWords } from './public-seats.ts';

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
    const { version } = takenPlaces(strapi, now);
    const known = kept.get(departure);
    if (known?.version === version) return known.reply;
    const seq = knownClaims(strapi, departure.id)?.seq ?? 0;
    const view = { data: { seq, seats: publicSeats(strapi, departure, now) } };
    const reply = jsonReply(view, { maxAge: secondsToReuse });
    kept.set(departure, { version, reply });
    return reply;
  };
}

type OwnMap = { departure: Departure; sessionId: string; now: Date };

async function ownMap(strapi: Core.Strapi, { departure, sessionId, now }: OwnMap): Promise<Reply> {
  const question = { eventId: departure.id, sessionHash: hashToken(sessionId), now };
  const { seq, seats } = await livePlaces(strapi.db.connection as unknown as Transaction, question);
  return privateReply({ data: { seq, seats: seatWords(strapi, { departure, claims: seats, now }) } });
}
