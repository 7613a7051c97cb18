const companyWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const personWeights = [7, ...companyWeights];
const lastPersonWeights = [3, ...personWeights];

/** Check digits of a taxpayer number: 10 digits of a company, 12 of a person (order of FNS MMV-7-6/435@). */
export function isInn(inn: string): boolean {
  if (/^\d{10}$/.test(inn)) return checkDigit(inn, companyWeights) === digit(inn, 9);
  if (!/^\d{12}$/.test(inn)) return false;
  return (
    checkDigit(inn, personWeights) === digit(inn, 10) && checkDigit(inn, lastPersonWeights) === digit(inn, 11)
  );
}

/** The last digit of a state registration number is the rest of the others: 13 by 11, 15 by 13. */
export function isOgrn(ogrn: string): boolean {
  if (!/^(\d{13}|\d{15})$/.test(ogrn)) return false;
  const last = ogrn.length - 1;
  return Number((BigInt(ogrn.slice(0, last)) % BigInt(last - 1)) % 10n) === digit(ogrn, last);
}

function checkDigit(number: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * digit(number, at), 0);
  return (sum % 11) % 10;
}

function digit(number: string, at: number): number {
  return Number(number[at]);
}
