import type { Localized } from '@gangway/kit';
import type { Data } from './attributes.ts';

/** The label of a record with a name of its own is that name in Russian. */
export function withNameLabel(data: Data): Data {
  const name = russianName(data);
  return name === undefined ? data : { ...data, label: name };
}

export function russianName(data: Data): string | undefined {
  const { name } = data as { name?: Partial<Localized> | null };
  return name?.ru ?? undefined;
}
