import type { IncomingMessage } from 'node:http';
import { callerAddress, memberOf } from './caller-address.ts';

const asked = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;
const trusted = memberOf(['10.0.0.0/8', '::1', '2001:db8::/32']);

describe('where a request comes from', () => {
  it.each([
    ['the socket', asked('203.0.113.7'), '203.0.113.7'],
    ['the socket, whatever a stranger writes', asked('203.0.113.7', '198.51.100.1'), '203.0.113.7'],
    ['what a proxy of ours says', asked('10.1.2.3', '198.51.100.1'), '198.51.100.1'],
    [
      'the nearest that is not ours, what stands before it is hearsay',
      asked('10.1.2.3', '192.0.2.9, 198.51.100.1, 10.4.4.4'),
      '198.51.100.1',
    ],
    ['an address in its IPv6 clothes', asked('::ffff:10.1.2.3', '198.51.100.1'), '198.51.100.1'],
    ['a proxy over IPv6', asked('::1', '2001:db8::5, 203.0.113.7'), '203.0.113.7'],
    ['our own machine when nobody else is named', asked('::1'), '::1'],
    ['no garbage', asked('10.1.2.3', 'anna@example.org, <b>'), '10.1.2.3'],
  ])('is %s', (_, request, expected) => {
    expect(callerAddress(request, trusted)).toBe(expected);
  });
});
