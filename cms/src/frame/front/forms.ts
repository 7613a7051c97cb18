import {
  acceptedCoding,
  type Coding,
  decoded,
  encoded,
  standingAlone,
  worthwhile,
  worthwhileOnce,
} from './encoding.ts';
import { oneCaller, overhead, type Reply, weightOf } from './reply.ts';

/** Names and values by turns, as `writeHead` takes them. */
export type HeaderList = readonly string[];

/** A form of a reply that can be written as it is. */
export type Form = { bytes: Buffer; headers: HeaderList };

/** A reply, and what it weighs in memory in all forms that are kept of it, about. */
export type Kept = { reply: Reply; weight: number };

const forms = new WeakMap<Reply, Partial<Record<Coding, Form>>>();

/** Of replies that are packed: the plain bytes, for as long as they are on their way to somebody. */
const unpacked = new WeakMap<Reply, { bytes?: WeakRef<Buffer> }>();

/** Put together once for each reply and coding; a packed reply is unpacked for callers who take nothing else. */
export function formOf(reply: Reply, acceptEncoding: string | undefined): Form {
  const coding = acceptedCoding(acceptEncoding);
  if (coding === 'identity' && unpacked.has(reply)) return unpackedForm(reply);
  const known = formsOf(reply);
  return (known[coding] ??= newForm(reply, coding));
}

// Who asks again and again and does not read is sent the same bytes as everybody: each time new ones would be a gigabyte.
function unpackedForm(reply: Reply): Form {
  const bytes = unpacked.get(reply)?.bytes?.deref() ?? reply.bytes;
  unpacked.set(reply, { bytes: new WeakRef(bytes) });
  return { bytes, headers: headersOf(reply, { coding: 'identity', bytes }) };
}

/**
 * The reply to keep for long: in the form that this caller accepts, and no other. A list is 34 kB, and 5 kB compressed;
 * `bytes` are unpacked whenever they are asked for.
 */
export function packed(reply: Reply, acceptEncoding: string | undefined): Kept {
  const coding = acceptedCoding(acceptEncoding);
  if (coding === 'identity' || reply.bytes.length < worthwhile)
    return { reply: { ...reply, bytes: standingAlone(reply.bytes) }, weight: weightOf(reply) };
  const form = newForm(reply, coding);
  const light: Reply = {
    ...reply,
    get bytes() {
      return decoded(form.bytes, coding);
    },
  };
  forms.set(light, { [coding]: form });
  unpacked.set(light, {});
  // The other coding may be asked for as well, and is as light.
  return { reply: light, weight: form.bytes.length * 2 + overhead };
}

function formsOf(reply: Reply): Partial<Record<Coding, Form>> {
  const known = forms.get(reply) ?? {};
  forms.set(reply, known);
  return known;
}

export const steady: HeaderList = ['X-Content-Type-Options', 'nosniff'];

function newForm(reply: Reply, wanted: Coding): Form {
  const plain = reply.bytes;
  const least = reply.cacheControl === oneCaller ? worthwhileOnce : worthwhile;
  const coding = plain.length < least ? 'identity' : wanted;
  const bytes = encoded(plain, coding);
  return { bytes, headers: headersOf(reply, { coding, bytes }) };
}

function headersOf(reply: Reply, { coding, bytes }: { coding: Coding; bytes: Buffer }): HeaderList {
  return [
    ...Object.entries(reply.headers ?? {}).flat(),
    ...(reply.etag ? ['ETag', reply.etag] : []),
    ...['Cache-Control', reply.cacheControl, ...steady],
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    ...['Content-Type', reply.contentType, 'Content-Length', String(bytes.length)],
  ];
}
