import type { IncomingMessage } from 'node:http';
import { believeOnly } from './trusted-proxies.ts';

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
