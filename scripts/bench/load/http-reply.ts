/** What came back, as it came: the body may be packed. */
export interface Reply {
  status: number;
  head: string;
  body: Buffer;
}

/** The answer, or how many bytes are needed before it is worth looking again. */
export function cutReply(bytes: Buffer): Reply | number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return bytes.length + 1;
  const head = bytes.toString('latin1', 0, end + 2);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const from = end + 4;
  if (length !== undefined) {
    const to = from + Number(length);
    return bytes.length < to ? to : { status, head, body: bytes.subarray(from, to) };
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { status, head, body: Buffer.alloc(0) };
  const body = unchunked(bytes.subarray(from));
  return body ? { status, head, body } : bytes.length + 1;
}

function unchunked(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

export const hangsUp = ({ head }: Reply): boolean => /\r\nconnection: close\r\n/i.test(head);
