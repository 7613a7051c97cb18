import { BlockList, isIP } from 'node:net';
import { z } from '@gangway/kit';
import type { Notice, RawNotification } from '@gangway/kit';

/** https://yookassa.ru/developers/using-api/webhooks#ip */
export const officialNetworks = [
  '185.71.76.0/27',
  '185.71.77.0/27',
  '77.75.153.0/25',
  '77.75.156.11',
  '77.75.156.35',
  '77.75.154.128/25',
  '2a02:5180::/32',
];

const mostBytes = 256 * 1024;

/** Of the object nothing but its id is believed: the truth is fetched. */
const notification = z.object({
  type: z.literal('notification'),
  event: z.string().regex(/^(payment|refund)\.[a-z_]{1,40}$/),
  object: z.object({ id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/) }),
});

/**
 * A reader of notifications. They are unsigned and have no id of their own: what counts is the address they come from,
 * and the same event about the same object is the same notification.
 * @throws TypeError when a network is none
 */
export function noticeReader(networks: readonly string[]): (raw: RawNotification) => Notice | undefined {
  const list = blockList(networks);
  return ({ ip, bytes }) => (has(list, ip) && bytes.length <= mostBytes ? read(bytes) : undefined);
}

function read(bytes: Uint8Array): Notice | undefined {
  const parsed = notification.safeParse(jsonOf(bytes));
  if (!parsed.success) return undefined;
  const { event, object } = parsed.data;
  const about = event.startsWith('refund.') ? 'refund' : 'payment';
  return { dedupeKey: `${event}:${object.id}`, event, about, externalId: object.id };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  return family > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/** A socket of IPv6 shows IPv4 as `::ffff:185.71.76.1`; the list knows that. */
const has = (list: BlockList, ip: string): boolean => isIP(ip) > 0 && list.check(ip, familyOf(ip));

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
