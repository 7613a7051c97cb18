import { typeWords } from '../words/type-words.ts';

export type ListAttribute = { type: string; customField?: string; multiple?: boolean; relation?: string };

export type ListLayout = { settings: { displayName?: string } };

const uidByName = new Map(Object.entries(typeWords).map(([uid, { displayName }]) => [displayName, uid]));

/** Strapi's hooks tell the name of a list's type, not its uid. */
export const uidOf = ({ settings }: ListLayout): string | undefined =>
  uidByName.get(settings.displayName ?? '');
