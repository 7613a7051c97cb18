const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A length of time in words, its two largest units: `2 дня 3 часа`. */
export function spanText(ms: number, language: string): string {
  const first = units.findIndex(([, size]) => ms >= size);
  const shown = units.slice(first === -1 ? units.length - 1 : first).slice(0, 2);
  const words = shown.reduce(
    ({ rest, text }, [unit, size]) => ({
      rest: rest % size,
      text: [...text, ...(rest >= size ? [amount(Math.floor(rest / size), unit, language)] : [])],
    }),
    { rest: ms, text: [] as string[] },
  );
  return words.text.join(' ') || amount(0, 'second', language);
}

function amount(count: number, unit: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
