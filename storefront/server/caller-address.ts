import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether an address belongs to one of these addresses and networks. */
export function memberOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Where a request comes from: the nearest address that is not a proxy we believe. What strangers write into
 * `X-Forwarded-For` counts for nothing.
 */
export function callerAddress(request: IncomingMessage, isTrusted: (address: string) => boolean): string {
  const written = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...written, request.socket.remoteAddress ?? ''].map(plain).filter((hop) => isIP(hop) > 0);
  return hops.findLast((hop) => !isTrusted(hop)) ?? hops[0] ?? '';
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const plain = (address: string): string => address.trim().replace(/^::ffff:/i, '');
