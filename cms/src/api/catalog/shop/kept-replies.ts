import type { Reply } from '../../../frame/front/front.ts';
import { catalogueNow, type CatalogueNow, type TakenPlaces, turnsBefore } from '../domain/offer-now.ts';
import type { Snapshot } from '../domain/snapshot.ts';

export type Question = { route: string; [part: string]: unknown };

/** What an answer depends on, beside the question. `taken.version` changes with the places held and sold. */
export type Moment = { snapshot: Snapshot; taken: { version: number; places: TakenPlaces }; now: Date };

/** Answers that were given at this moment of the catalogue; asked again, the same object comes back. */
export type KeptReplies = (
  at: Moment,
  question: Question,
  answer: (catalogue: CatalogueNow) => Reply,
) => Reply;

type Kept = { moment: string; catalogue: CatalogueNow; replies: Map<string, Reply>; bytes: number };

/** `budget`: bytes of answers kept at once; past it all are forgotten. */
export function keptReplies({ budget = 16 * 1024 * 1024 } = {}): KeptReplies {
  const state: { kept?: Kept } = {};
  return (at, question, answer) => {
    const kept = current(state, at);
    const key = JSON.stringify(question);
    const known = kept.replies.get(key);
    if (known) return known;
    const reply = answer(kept.catalogue);
    keep(kept, { key, reply, budget });
    return reply;
  };
}

function current(state: { kept?: Kept }, at: Moment): Kept {
  const { snapshot, taken, now } = at;
  const moment = momentOf(at);
  if (state.kept?.moment === moment) return state.kept;
  const catalogue = catalogueNow({ snapshot, taken: taken.places, now: now.getTime() });
  const fresh = { moment, catalogue, replies: new Map<string, Reply>(), bytes: 0 };
  state.kept = fresh;
  return fresh;
}

// Days and months begin on a whole minute everywhere, so nothing but a turning point changes within one.
function momentOf({ snapshot, taken, now }: Moment): string {
  const at = now.getTime();
  return [snapshot.version, taken.version, turnsBefore(snapshot, at), Math.floor(at / 60_000)].join('.');
}

function keep(kept: Kept, { key, reply, budget }: { key: string; reply: Reply; budget: number }): void {
  if (kept.bytes + reply.bytes.length > budget) {
    kept.replies.clear();
    kept.bytes = 0;
  }
  kept.replies.set(key, reply);
  kept.bytes += reply.bytes.length;
}
