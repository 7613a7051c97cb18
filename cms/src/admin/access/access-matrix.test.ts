import {
  allows,
  changesOf,
  grantsOf,
  levelOf,
  switched,
  withSwitch,
  type Access,
  type Role,
} from './access-matrix.ts';

const word = (en: string) => ({ ru: en, en, zh: en });
const section = (name: string) => ({ name, title: word(name), note: word(name) });
const manager: Role = {
  id: 4,
  name: 'Manager',
  description: '',
  administrator: false,
  people: 1,
  grants: { catalog: 'act', orders: 'none' },
};
const access: Access = {
  sections: [section('catalog'), section('orders')],
  roles: [manager],
  mine: { settings: 'act' },
};

describe('the matrix of access', () => {
  it('lets who may change also see', () => {
    expect(allows('act', 'view')).toBe(true);
    expect(allows('view', 'act')).toBe(false);
    expect(allows('none', 'view')).toBe(false);
  });

  it.each([
    ['view', true, 'view'],
    ['view', false, 'none'],
    ['act', true, 'act'],
    ['act', false, 'view'],
  ] as const)('switching %s %s leaves %s', (verb, on, level) => {
    expect(switched(verb, on)).toBe(level);
  });

  it('shows what is switched before it is saved', () => {
    const draft = withSwitch({}, { role: manager, section: 'orders', level: 'view' });
    expect(levelOf(manager, 'orders', draft)).toBe('view');
    expect(levelOf(manager, 'catalog', draft)).toBe('act');
    expect(changesOf(access, draft)).toEqual([
      { role: manager, section: access.sections[1], before: 'none', after: 'view' },
    ]);
  });

  it('has nothing to save when a switch is turned back', () => {
    const there = withSwitch({}, { role: manager, section: 'orders', level: 'view' });
    expect(changesOf(access, withSwitch(there, { role: manager, section: 'orders', level: 'none' }))).toEqual(
      [],
    );
  });

  it('sends the sections that changed, role by role', () => {
    const other = { ...manager, id: 5 };
    const first = withSwitch({}, { role: manager, section: 'orders', level: 'act' });
    const draft = withSwitch(first, { role: other, section: 'catalog', level: 'none' });
    const changes = changesOf({ ...access, roles: [manager, other] }, draft);
    expect(grantsOf(changes, manager)).toEqual({ orders: 'act' });
    expect(grantsOf(changes, other)).toEqual({ catalog: 'none' });
  });
});
