const dayMs = 86_400_000;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** `from` is in it and `until` is not; a last day that is given without an hour is in it as a whole. */
export function readPeriod({
  dateFrom,
  dateTo,
}: {
  dateFrom?: string | undefined;
  dateTo?: string | undefined;
}): { from: Date | undefined; until: Date | undefined } {
  const last = dateTo === undefined ? undefined : Date.parse(dateTo);
  return {
    from: dateFrom === undefined ? undefined : new Date(dateFrom),
    until: last === undefined ? undefined : new Date(isDay(dateTo ?? '') ? last + dayMs : last),
  };
}
