/** One message between a client and PostgreSQL; the first one of a client has no kind. */
export interface Message {
  kind: string;
  body: Buffer;
}

/** Cuts a stream into messages, however it came in pieces. */
export function messageCutter(hear: (message: Message) => void, { greets }: { greets: boolean }) {
  const state: { rest: Buffer; greets: boolean } = { rest: Buffer.alloc(0), greets };
  const next = (): Message | undefined => {
    const head = state.greets ? 0 : 1;
    if (state.rest.length < head + 4) return undefined;
    const end = head + state.rest.readInt32BE(head);
    if (state.rest.length < end) return undefined;
    const kind = state.greets ? '' : String.fromCharCode(state.rest[0] ?? 0);
    const body = state.rest.subarray(head + 4, end);
    Object.assign(state, { rest: state.rest.subarray(end), greets: false });
    return { kind, body };
  };
  return (chunk: Buffer): void => {
    state.rest = state.rest.length === 0 ? chunk : Buffer.concat([state.rest, chunk]);
    for (let message = next(); message; message = next()) hear(message);
  };
}

function reader(body: Buffer) {
  const state = { at: 0 };
  return {
    text: (): string => {
      const end = body.indexOf(0, state.at);
      const text = body.toString('utf8', state.at, end);
      state.at = end + 1;
      return text;
    },
    short: (): number => {
      state.at += 2;
      return body.readInt16BE(state.at - 2);
    },
    value: (): Buffer | null => {
      const length = body.readInt32BE(state.at);
      const from = state.at + 4;
      state.at = from + Math.max(0, length);
      return length < 0 ? null : body.subarray(from, state.at);
    },
  };
}

const times = <What>(count: number, make: () => What): What[] => Array.from({ length: count }, make);

/** `P`: a text that is to be kept under a name. */
export function parseOf(body: Buffer): { name: string; text: string } {
  const { text } = reader(body);
  return { name: text(), text: text() };
}

/** A value as the client sent it. */
export type Value = string | null | { base64: string };

/** `B`: values for a kept text. */
export function bindOf(body: Buffer): { name: string; values: Value[] } {
  const read = reader(body);
  read.text();
  const name = read.text();
  const formats = times(read.short(), read.short);
  const values = times(read.short(), read.value).map((value, index): Value => {
    if (value === null) return null;
    const binary = formats[formats.length === 1 ? 0 : index] === 1;
    return binary ? { base64: value.toString('base64') } : value.toString('utf8');
  });
  return { name, values };
}

/** `Q`: a text by itself. */
export const queryOf = (body: Buffer): string => reader(body).text();

/** `D`: the columns of a row. */
export function rowOf(body: Buffer): (string | null)[] {
  const read = reader(body);
  return times(read.short(), () => read.value()?.toString('utf8') ?? null);
}
