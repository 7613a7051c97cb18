import { typeWords } from '../words/type-words.ts';

export type ListAttribute = { type: string; customField?: string; multiple?: boolean; relation?: string };

export type ListLayout = { settings: { displayName?: string } };

const uidByName = new Map(
  Object.entries(typeWords).flatMap(([uid, { displayName, name }]) =>
    [displayName, name.ru, name.en, name.zh].map((one): [string, string] => [one, uid]),
  ),
);

/** Strapi's hooks tell the name of a list's type, in the schema's spelling or in a language of ours, not its uid. */
export const uidOf = ({ settings }: ListLayout): string | undefined =>
  uidByName.get(settings.displayName ?? '');
