import type { Core } from '@strapi/strapi';
import { commonErrors, hashToken, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { front, jsonReply, type Reply, type RouteRequest } from '../../../frame/front/front.ts';
import { keptByWeight } from '../../../frame/front/kept-by-weight.ts';
import { packed } from '../../../frame/front/forms.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { eventSeats } from '../contract.ts';
import { sessionOf } from '../domain/session.ts';
import type { DepartureClaims } from '../projection/departure-claims.ts';
import { knownClaims } from '../projection/follow-claims.ts';
import { livePlaces } from '../store/live-places.ts';
import { mapOf, type PublicMap, publicMap } from './public-seats.ts';

const secondsToReuse = 1;
/** Milliseconds. */
const keptMs = 500;

/** Who keeps the public map must not give it to somebody with places of their own. */
const headers = { Vary: 'Gangway-Session' };

/** The public map comes from memory; with a session its own places are read anew and nobody keeps the answer. */
export function serveSeats(strapi: Core.Strapi): void {
  const map = keptMaps(strapi);
  front(strapi).serve(eventSeats, (request) => {
    const departure = departureOf(strapi, request);
    const sessionId = sessionOf(request);
    return sessionId === undefined
      ? map({ departure, now: request.now, acceptEncoding: request.headers['accept-encoding'] })
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

type Kept = {
  departure: WeakRef<Departure>;
  claims: DepartureClaims | undefined;
  version: string;
  madeAt: number;
  reply: Reply;
  weight: number;
};

/** Bytes of maps that are kept. That of a hall of 32,000 seats takes 1.5 MB for callers who take it only as it is. */
const budget = 8 * 1024 * 1024;

type Asking = { departure: Departure; now: Date; acceptEncoding: string | undefined };

/** Answers are kept until the departure or its places change, and at least for half a second: a hall in a rush changes at every moment. */
function keptMaps(strapi: Core.Strapi): (asking: Asking) => Reply {
  const kept = keptByWeight<Kept>({ budget, weightOf: (_id, { weight }) => weight });
  return ({ departure, now, acceptEncoding }) => {
    const claims = knownClaims(strapi, departure.id, now);
    const map = publicMap(strapi, { departure, now });
    const version = `${claims?.version() ?? 0} ${map.isFull}`;
    const madeAt = performance.now();
    const known = kept.get(departure.id);
    if (known && isGood(known, { departure, claims, version, madeAt })) return known.reply;
    const view = { data: { seq: claims?.seq() ?? 0, seats: wordsOf(map) } };
    const reply = { ...jsonReply(view, { maxAge: secondsToReuse }), headers };
    const made = packed(reply, acceptEncoding);
    kept.set(departure.id, { departure: new WeakRef(departure), claims, version, madeAt, ...made });
    return made.reply;
  };
}

type Asked = Omit<Kept, 'reply' | 'weight' | 'departure'> & { departure: Departure };

const isGood = (known: Kept, { departure, claims, version, madeAt }: Asked): boolean =>
  known.departure.deref() === departure &&
  known.claims === claims &&
  (known.version === version || madeAt - known.madeAt < keptMs);

const wordsOf = ({ seatCodes, wordFor }: PublicMap) =>
  Array.from(seatCodes(), (seatCode) => ({ seatCode, status: wordFor(seatCode) }));

type OwnMap = { departure: Departure; sessionId: string; now: Date };

async function ownMap(strapi: Core.Strapi, { departure, sessionId, now }: OwnMap): Promise<Reply> {
  const question = { eventId: departure.id, sessionHash: hashToken(sessionId), now };
  const { seq, seats } = await livePlaces(strapi.db.connection as unknown as Transaction, question);
  const claims = new Map(seats.map((seat) => [seat.seatCode, seat]));
  const map = mapOf(strapi, { departure, now, claimOf: (seatCode) => claims.get(seatCode) });
  return { ...privateReply({ data: { seq, seats: wordsOf(map) } }), headers };
}
