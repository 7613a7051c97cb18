import type { Translate } from '@gangway/client/words';
import { emptyForm, readSent } from './checkout-form.ts';
import { homeOf } from './countries.ts';
import { linkedWords } from './linked-words.ts';
import { phoneOf, problemsIn, problemsOf } from './problems.ts';

const t = ((key: string) => key) as unknown as Translate;
const now = '2026-11-20T12:00:00.000Z';
const good = {
  ...emptyForm('RU'),
  ...{ fullName: 'Анна Петрова', email: 'anna@example.org', phone: '921 000-00-00' },
  consents: { offer: true, 'personal-data': true, marketing: false },
};
const seat = { key: 'e:A1', holdId: 'h', seatCode: 'A1', ticketTypeId: 't', asked: 'documents' as const };
const fields = (form: object, seats: (typeof seat)[] = []) =>
  problemsIn({ form: { ...good, ...form }, seats, now, t }).map(({ field }) => field);

describe('what a buyer has to mend', () => {
  it('is nothing when all is there', () => {
    expect(fields({})).toEqual([]);
  });

  it.each([
    ['fullName', { fullName: '' }],
    ['fullName', { fullName: 'я'.repeat(201) }],
    ['email', { email: 'anna@example' }],
    ['phone', { phone: '123' }],
    ['phone', { phone: 'нет' }],
    ['consent-offer', { consents: { ...good.consents, offer: false } }],
    ['consent-personal-data', { consents: { ...good.consents, 'personal-data': false } }],
  ])('is named by its field: %s', (field, form) => {
    expect(fields(form)).toEqual([field]);
  });

  it('takes a name of 80 characters and news that nobody wants', () => {
    expect(fields({ fullName: 'я'.repeat(80) })).toEqual([]);
  });

  it('is all that an activity asks of a passenger, and a day of birth that has been', () => {
    expect(fields({}, [seat])).toEqual(['p:e:A1:fullName', 'p:e:A1:birthDate', 'p:e:A1:document']);
    const passenger = { fullName: 'Пётр', birthDate: '2026-11-21', document: '40 11 123456' };
    expect(fields({ passengers: { 'e:A1': passenger } }, [seat])).toEqual(['p:e:A1:birthDate']);
  });

  it('of a refusal stands beside the field that it is about', () => {
    const issues = { details: { issues: [{ path: 'customer.email' }] } };
    const said = { code: 'INVALID_INPUT', message: 'no', status: 400, ...issues };
    expect(problemsOf(said, t)).toEqual([{ field: 'email', text: 'checkout:problem.email' }]);
    const used = { code: 'PROMOTION_USED_UP', message: 'used up', status: 409 };
    expect(problemsOf(used, t)).toEqual([{ field: 'promo', text: 'used up' }]);
  });
});

describe('a phone', () => {
  it.each([
    ['RU', '8 (921) 000-00-00', '+79210000000'],
    ['RU', '+44 7911 123456', '+447911123456'],
    ['CN', '131 2345 6789', '+8613123456789'],
    ['XX', '921 000 00 00', '+79210000000'],
  ])('of %s, written %s', (country, phone, number) => {
    expect(phoneOf({ country, phone })).toBe(number);
  });

  it.each([
    ['en-GB,en;q=0.9', 'en', 'GB'],
    ['zh-Hans-CN', 'zh', 'CN'],
    ['ru', 'ru', 'RU'],
    [null, 'zh', 'CN'],
    ['xx-ZZ', 'en', 'RU'],
  ] as const)('is looked for where the browser is: %s on a page in %s', (header, locale, country) => {
    expect(homeOf(header, locale)).toBe(country);
  });
});

describe('the form as it comes', () => {
  it('is read to the letter, types and passengers by their tickets', () => {
    const data = new FormData();
    for (const [name, value] of [
      ...[
        ['fullName', '  Анна '],
        ['consent-offer', 'on'],
        ['type:e1:A:1', 't1'],
        ['deed', 'promo'],
      ],
      ...[
        ['p:e1:A1:fullName', 'Пётр'],
        ['p:e1:A1:birthDate', '2000-01-01'],
      ],
    ] as [string, string][])
      data.append(name, value);
    const { form, types, deed } = readSent(data);
    expect([form.fullName, form.consents.offer, form.consents.marketing]).toEqual(['Анна', true, false]);
    expect([types, deed]).toEqual([[['e1', 'A:1', 't1']], 'promo']);
    expect(form.passengers['e1:A1']).toEqual({ fullName: 'Пётр', birthDate: '2000-01-01', document: '' });
  });

  it('without a button buys nothing', () => {
    expect(readSent(new FormData()).deed).toBe('refresh');
  });
});

it('a sentence has its link in brackets', () => {
  expect(linkedWords('Принимаю [условия] и [правила]')).toEqual([
    { text: 'Принимаю ', isLink: false },
    { text: 'условия', isLink: true },
    { text: ' и ', isLink: false },
    { text: 'правила', isLink: true },
  ]);
});
