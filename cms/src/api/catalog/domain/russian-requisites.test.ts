import { isInn, isOgrn } from './russian-requisites.ts';

describe('Russian requisites', () => {
  it.each(['7707083893', '7736050003', '500100732259', '526317984689'])('%s is an INN', (inn) => {
    expect(isInn(inn)).toBe(true);
  });

  it.each(['7707083894', '500100732258', '500100732269', '0', '', '77070838931', '770708389A'])(
    '%s is no INN',
    (inn) => {
      expect(isInn(inn)).toBe(false);
    },
  );

  it.each(['1027700132195', '1027700070518', '304500116000157'])('%s is an OGRN', (ogrn) => {
    expect(isOgrn(ogrn)).toBe(true);
  });

  it.each(['1027700132196', '304500116000158', '', '10277001321955', '102770013219X'])(
    '%s is no OGRN',
    (ogrn) => {
      expect(isOgrn(ogrn)).toBe(false);
    },
  );
});
