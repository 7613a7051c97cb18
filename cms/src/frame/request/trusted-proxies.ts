import { BlockList, isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

const forwarded = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-real-ip',
  'forwarded',
] as const;

/**
 * Forgets what a caller says about its own origin, unless it is a proxy of ours, and answers the caller's address. Of
 * several that proxies name it is the last one which is no proxy of ours: whatever stands before it anybody may have
 * written. Whoever reads the header afterwards finds that one alone.
 */
export function believeOnly(proxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = networks(proxies);
  return ({ headers, socket }) => {
    const remote = plainAddress(socket.remoteAddress);
    const named = trusted.has(remote) ? lastStranger(headers['x-forwarded-for'], trusted) : undefined;
    if (!trusted.has(remote)) for (const name of forwarded) Reflect.deleteProperty(headers, name);
    if (headers['x-forwarded-for'] !== undefined) headers['x-forwarded-for'] = named ?? remote;
    return named ?? remote;
  };
}

function lastStranger(header: string | string[] | undefined, trusted: Networks): string | undefined {
  const addresses = [header ?? []].flat().join(',').split(',').map(plainAddress).filter(isAddress);
  return addresses.findLast((address) => !trusted.has(address)) ?? addresses[0];
}

const isAddress = (text: string) => isIP(text) > 0;

/** IPv4 as such, also where it came through a socket of IPv6. */
const plainAddress = (text = '') => text.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/** Addresses and networks, asked about one address. */
export interface Networks {
  has(address: string): boolean;
}

/** `10.0.0.0/8`, `192.168.1.5`, `fd00::/8`. */
export function networks(rows: readonly string[]): Networks {
  const list = new BlockList();
  for (const row of rows) {
    const [address = '', bits] = row.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return { has: (address) => isIP(address) > 0 && list.check(address, familyOf(address)) };
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
