import { basketFields } from './basket.ts';
import { customerSchema } from './buyer.ts';

const accepts = (fullName: string) =>
  customerSchema.safeParse({ fullName, email: 'anna@example.org', phone: '+79210000000' }).success;

describe('the name of a person', () => {
  it.each([
    ['a control', 'Anna\u0000Petrova'],
    ['a line break', 'Anna\nBcc: all'],
    ['an override of the direction', 'Anna \u202Eavortep'],
    ['an isolate of the direction', 'Anna \u2066Petrova\u2069'],
    ['only a zero-width space', '\u200B'],
    ['only digits and dots', '12.34'],
  ])('is refused with %s', (_what, name) => {
    expect(accepts(name)).toBe(false);
  });

  it.each([
    ...['Анна-Мария Петрова', 'Conan O’Brien', "D'Artagnan", 'J. R. R. Tolkien', '王小明', 'Ł'],
    ...['Öz\u200Cnur', 'Константинопольская-'.repeat(5)],
  ])('may be %s', (name) => {
    expect(accepts(name)).toBe(true);
  });

  it('holds for passengers, too', () => {
    const { passengers } = basketFields;
    const named = (fullName: string) => [{ holdId: 'h', ticketTypeId: 't', fullName }];
    expect(passengers.safeParse(named('Анна')).success).toBe(true);
    expect(passengers.safeParse(named('Анна\u202E')).success).toBe(false);
  });
});
