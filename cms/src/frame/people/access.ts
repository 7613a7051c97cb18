import { commonErrors } from '@gangway/kit';
import type { AnyRoute } from '@gangway/kit';
import { internalScope } from './person.ts';
import type { Person } from './person.ts';
import { allowsSection, isSectionName } from './sections.ts';

/**
 * Lets the person through the route's door or says why not.
 * @throws UNAUTHORIZED when nobody of the wanted kind asks, FORBIDDEN when their roles lack the section
 */
export function requireAccess(route: AnyRoute, person: Person): void {
  if (!isWantedKind(route, person)) throw commonErrors.UNAUTHORIZED();
  if (route.access === 'staff' && !mayEnter(route, person)) throw commonErrors.FORBIDDEN(route.section);
}

function isWantedKind({ access }: AnyRoute, person: Person): boolean {
  switch (access) {
    case 'public':
      return true;
    case 'customer':
      return person.customerId !== undefined || person.memberId !== undefined;
    case 'staff':
      return person.staffId !== undefined;
    case 'internal':
      return person.scopes.includes(internalScope);
  }
}

function mayEnter({ section }: AnyRoute, { scopes }: Person): boolean {
  if (!section || !isSectionName(section.name)) return false;
  return allowsSection({ granted: scopes, name: section.name, verb: section.verb });
}
