import { isOwnAddress } from './return-url.ts';

const origins = ['https://tickets.example.org', 'http://localhost:4321'];

describe('the address that a buyer comes back to', () => {
  it.each(['https://tickets.example.org/ru/orders/1/return?x=1', 'http://localhost:4321/'])(
    'may be %s',
    (address) => {
      expect(isOwnAddress(address, origins)).toBe(true);
    },
  );

  it.each([
    'https://evil.example/',
    'https://tickets.example.org.evil.example/',
    'https://tickets.example.org@evil.example/',
    'https://user:secret@tickets.example.org/',
    'http://tickets.example.org/',
    'https://tickets.example.org:8443/',
    '//tickets.example.org/',
    'javascript:alert(1)',
    'data:text/html,1',
    '/return',
    '',
  ])('may not be %s', (address) => {
    expect(isOwnAddress(address, origins)).toBe(false);
  });
});
