import { mayRead } from './metrics-door.ts';

const token = 'kept-for-the-scraper-alone';
const bearer = `Bearer ${token}`;

describe('who may read metrics', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('this machine, as %s', (address) => {
    expect(mayRead(undefined, { address, authorization: undefined })).toBe(true);
  });

  it.each(['10.0.0.7', '::ffff:10.0.0.7', '1127.0.0.1', ''])('others with the token alone: %s', (address) => {
    expect(mayRead(token, { address, authorization: bearer })).toBe(true);
    expect(mayRead(token, { address, authorization: undefined })).toBe(false);
    expect(mayRead(token, { address, authorization: `${bearer}x` })).toBe(false);
    expect(mayRead(undefined, { address, authorization: 'Bearer undefined' })).toBe(false);
  });
});
