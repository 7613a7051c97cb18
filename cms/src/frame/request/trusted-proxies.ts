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

/**
 * What limits count an address by: IPv4 as it is, of IPv6 the network of 64 bits that one household or server has, in one
 * spelling. Whatever is no address stands for itself.
 */
export function addressKey(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) !== 6) return plain;
  const groups = groupsOf(plain);
  return isMapped(groups) ? dotted(groups) : `${groups.slice(0, 4).map(hex).join(':')}::/64`;
}

/** The eight numbers of an address of IPv6. */
function groupsOf(address: string): number[] {
  const [written = ''] = address.split('%');
  const [before = [], after] = written.split('::').map(numbersOf);
  if (after === undefined) return before;
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const numbersOf = (part: string): number[] =>
  part === ''
    ? []
    : part.split(':').flatMap((word) => (word.includes('.') ? fromDotted(word) : parseInt(word, 16)));

function fromDotted(word: string): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** IPv4 in the clothes of IPv6, `::ffff:c633:6407`. */
const isMapped = ([a, b, c, d, e, f]: readonly number[]) =>
  [a, b, c, d, e].every((group) => group === 0) && f === 0xffff;

const dotted = (groups: readonly number[]) =>
  groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');

const hex = (group: number) => group.toString(16);

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
