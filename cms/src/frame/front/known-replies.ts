import type { IncomingMessage } from 'node:http';
import { messageLocale } from '../request/caller-locale.ts';
import { keptByWeight } from './kept-by-weight.ts';
import { newcomers } from './newcomers.ts';
import { type Kept, packed } from './forms.ts';
import type { Reply } from './reply.ts';

/** An answer, and the template of the route that gave it. */
export interface Known {
  reply: Reply;
  route: string;
}

/** Replies by address and language, as they came: what was asked before is answered without reading the question. */
export interface KnownReplies {
  find(request: IncomingMessage): Known | undefined;
  /** Keeps a reply that `holds`; answers the one to send, which is the former one when nothing has changed. */
  keep(request: IncomingMessage, known: Known): Reply;
  /** Lets go of what the answers that no longer hold were made from; their bytes stay until they are asked for again. */
  letGo(): void;
  /** Bytes that are kept, about. */
  readonly bytes: number;
}

/** Longer addresses are nobody's bookmark. */
const longestUrl = 1_024;

/** Who is not asked for again among so many others is not worth its place. */
const addressesSeen = 1_000;

/**
 * `budget`: bytes kept at once; past it those go that were not asked for longest. Half of it is for whoever comes, the
 * other half for addresses that are asked for again: questions that are asked once would push those out, and grow old
 * in memory before they die, where only the collector's long work frees them.
 */
export function knownReplies({ budget = 32 * 1024 * 1024 } = {}): KnownReplies {
  const kept = keptByWeight<Known & Kept>({ budget, weightOf: (key, { weight }) => key.length * 2 + weight });
  const languages = languageMemory();
  const newcomer = newcomers(addressesSeen);
  const hasRoom = () => kept.weight < budget / 2;
  const keyOf = ({ url = '', headers }: IncomingMessage) => languages(headers['accept-language']) + url;
  return {
    find(request) {
      const known = kept.get(keyOf(request));
      return known && stillHolds(known) ? known : undefined;
    },
    keep(request, { reply, route }) {
      if (!reply.holds || (request.url ?? '').length > longestUrl) return reply;
      const key = keyOf(request);
      const before = kept.get(key);
      if (!before && !hasRoom() && newcomer.isOne(key)) return reply;
      if (before && before.reply.etag === reply.etag)
        return Object.assign(before.reply, { holds: reply.holds });
      const next = packed(reply, request.headers['accept-encoding']);
      kept.set(key, { ...next, route });
      return next.reply;
    },
    letGo() {
      for (const known of kept.values()) stillHolds(known);
    },
    get bytes() {
      return kept.weight;
    },
  };
}

/** What does not hold once never will: what it was made from is not kept for it. */
function stillHolds({ reply }: Known): boolean {
  if (reply.holds?.()) return true;
  delete reply.holds;
  return false;
}

/** Browsers of one language send few different headers. */
function languageMemory(): (acceptLanguage: string | undefined) => string {
  const known = new Map<string, string>();
  return (acceptLanguage = '') => {
    const found = known.get(acceptLanguage);
    if (found) return found;
    const locale = messageLocale({ acceptLanguage });
    if (known.size >= 1_000) known.clear();
    known.set(acceptLanguage, locale);
    return locale;
  };
}
