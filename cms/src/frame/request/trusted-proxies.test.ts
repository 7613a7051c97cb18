import type { IncomingMessage } from 'node:http';
import { addressKey, believeOnly } from './trusted-proxies.ts';

function headersAfter({ proxies, remoteAddress }: { proxies: string[]; remoteAddress: string | undefined }) {
  const headers = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', accept: '*/*' };
  const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
  believeOnly(proxies)(request);
  return Object.keys(request.headers);
}

describe('what a caller says about where it comes from', () => {
  it.each([
    ['10.1.2.3', ['10.0.0.0/8']],
    ['::ffff:10.1.2.3', ['192.168.1.5', '10.0.0.0/8']],
    ['192.168.1.5', ['192.168.1.5']],
    ['fd00::1', ['fd00::/8']],
  ])('is believed from %s behind %j', (remoteAddress, proxies) => {
    expect(headersAfter({ proxies, remoteAddress })).toContain('x-forwarded-for');
  });

  it.each([
    ['11.1.2.3', ['10.0.0.0/8']],
    ['192.168.1.6', ['192.168.1.5']],
    ['127.0.0.1', []],
    [undefined, ['10.0.0.0/8']],
  ])('is forgotten from %s behind %j', (remoteAddress, proxies) => {
    expect(headersAfter({ proxies, remoteAddress })).toEqual(['accept']);
  });
});

describe('what limits count an address by', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::2:3:4:5:6', '2001:db8:0:2::/64'],
    ['2001:db8:1:2:3:4:198.51.100.7', '2001:db8:1:2::/64'],
    ['64:ff9b::198.51.100.7', '64:ff9b:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
