import { BlockList, isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

const forwarded = [
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-real-ip',
  'forwarded',
] as const;

/** Forgets what a caller says about its own origin, unless it is a proxy of ours. */
export function believeOnly(proxies: readonly string[]): (request: IncomingMessage) => void {
  const trusted = listOf(proxies);
  return (request) => {
    if (isTrusted(trusted, request.socket.remoteAddress)) return;
    for (const name of forwarded) Reflect.deleteProperty(request.headers, name);
  };
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(list: BlockList, remote = ''): boolean {
  const address = remote.replace(/^::ffff:/, '');
  return isIP(address) > 0 && list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
