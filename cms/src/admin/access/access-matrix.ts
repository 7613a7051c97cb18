import type { Word } from '../words/word.ts';

export const levels = ['none', 'view', 'act'] as const;
export type Level = (typeof levels)[number];
export type Verb = 'view' | 'act';
export type Grants = Record<string, Level>;

export type Section = { name: string; title: Word; note: Word };
export type Role = {
  id: number;
  name: string;
  description: string;
  administrator: boolean;
  people: number;
  grants: Grants;
};
export type Access = { sections: Section[]; roles: Role[]; mine: Grants };

/** What was switched and not saved yet: role → section → level. */
export type Draft = Record<number, Grants>;
export type Change = { role: Role; section: Section; before: Level; after: Level };

export const levelOf = (role: Role, section: string, draft: Draft): Level =>
  draft[role.id]?.[section] ?? role.grants[section] ?? 'none';

export const allows = (level: Level, verb: Verb): boolean => levels.indexOf(level) >= levels.indexOf(verb);

/** Who may change may also see; who may no longer see may not change either. */
export const switched = (verb: Verb, on: boolean): Level => {
  if (verb === 'act') return on ? 'act' : 'view';
  return on ? 'view' : 'none';
};

export const withSwitch = (
  draft: Draft,
  { role, section, level }: { role: Role; section: string; level: Level },
): Draft => ({
  ...draft,
  [role.id]: { ...draft[role.id], [section]: level },
});

/** What saving would change, in the order in which the page shows it; a switch turned back is no change. */
export function changesOf({ sections, roles }: Access, draft: Draft): Change[] {
  return roles.flatMap((role) =>
    sections.flatMap((section) => {
      const before = role.grants[section.name] ?? 'none';
      const after = levelOf(role, section.name, draft);
      return before === after ? [] : [{ role, section, before, after }];
    }),
  );
}

/** The changes of one role as the API takes them. */
export const grantsOf = (changes: Change[], role: Role): Grants =>
  Object.fromEntries(
    changes.filter((change) => change.role.id === role.id).map(({ section, after }) => [section.name, after]),
  );
