import type { AnyRoute } from '@gangway/kit';
import { requireAccess } from './access.ts';
import { internalScope, nobody } from './person.ts';
import type { Person } from './person.ts';
import { sectionAction } from './sections.ts';

const route = (access: AnyRoute['access'], section?: AnyRoute['section']) =>
  ({ access, section }) as AnyRoute;
const staff = (...scopes: string[]): Person => ({ staffId: 's1', scopes });
const customer: Person = { customerId: 'c1', scopes: [] };
const internal: Person = { scopes: [internalScope] };
const view = route('staff', { name: 'orders', verb: 'view' });
const act = route('staff', { name: 'orders', verb: 'act' });

describe('a door', () => {
  it.each([
    ['public', nobody],
    ['customer', customer],
    ['customer', { memberId: 'm1', scopes: [] }],
    ['internal', internal],
  ] as const)('that is %s lets %j in', (access, person) => {
    expect(() => requireAccess(route(access), person)).not.toThrow();
  });

  it.each([
    ['customer', nobody],
    ['customer', staff(sectionAction('orders', 'act'))],
    ['internal', nobody],
    ['internal', staff(sectionAction('orders', 'act'))],
    ['staff', nobody],
    ['staff', customer],
    ['staff', internal],
  ] as const)('that is %s keeps %j out', (access, person) => {
    expect(() => requireAccess(route(access, view.section), person)).toThrow(
      expect.objectContaining({ code: 'UNAUTHORIZED' }),
    );
  });

  it('for staff opens with its section, and acting includes viewing', () => {
    expect(() => requireAccess(view, staff(sectionAction('orders', 'view')))).not.toThrow();
    expect(() => requireAccess(view, staff(sectionAction('orders', 'act')))).not.toThrow();
    expect(() => requireAccess(act, staff(sectionAction('orders', 'act')))).not.toThrow();
  });

  it('for staff is forbidden without it', () => {
    const refused = expect.objectContaining({ code: 'FORBIDDEN', status: 403 });
    expect(() => requireAccess(view, staff())).toThrow(refused);
    expect(() => requireAccess(act, staff(sectionAction('orders', 'view')))).toThrow(refused);
    expect(() => requireAccess(view, staff(sectionAction('refunds', 'act')))).toThrow(refused);
    expect(() => requireAccess(route('staff', { name: 'cellar', verb: 'view' }), staff())).toThrow(refused);
  });
});
