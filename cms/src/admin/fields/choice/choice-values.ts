/** The values a choice offers, as its schema lists them. */
export const choiceValues = (options: Record<string, unknown> | undefined): string[] =>
  Array.isArray(options?.values)
    ? options.values.filter((one): one is string => typeof one === 'string')
    : [];
