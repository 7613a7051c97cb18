import {
  allowsSection,
  sectionNames,
  type SectionGrants,
  type SectionLevel,
  type SectionName,
} from '../../../frame/people/sections.ts';

/** What the action ids of a role, or of all roles of a person, amount to. */
export function grantsOf(granted: readonly string[]): SectionGrants {
  return everySection((name) => levelOf(granted, name));
}

function levelOf(granted: readonly string[], name: SectionName): SectionLevel {
  if (allowsSection({ granted, name, verb: 'act' })) return 'act';
  return allowsSection({ granted, name, verb: 'view' }) ? 'view' : 'none';
}

/** Everything, as an Administrator has it. */
export const completeGrants: SectionGrants = everySection(() => 'act');

function everySection(level: (name: SectionName) => SectionLevel): SectionGrants {
  return Object.fromEntries(sectionNames.map((name) => [name, level(name)])) as SectionGrants;
}
