import {
  sectionAction,
  sectionNames,
  type SectionGrants,
  type SectionLevel,
  type SectionName,
} from '../../../frame/people/sections.ts';

/** One permission of Strapi; `fields` of a type are all of them or the named ones, absent where none apply. */
export type Permission = { action: string; subject?: string; fields?: 'all' | readonly string[] };

type TypeAccess = { uid: string; published?: true };

/** What a section opens in Strapi's own pages. */
type Opening = {
  types?: readonly TypeAccess[];
  /** Types of other sections that these ones point at: only the name that the pickers show. */
  names?: Readonly<Record<string, string>>;
  view?: readonly string[];
  act?: readonly string[];
};

const catalogTypes = [
  'route',
  'berth',
  'vessel',
  'venue',
  'category',
  'ticket-type',
  'price',
  'fee',
  'promotion',
  'product',
];

const catalog = (name: string): TypeAccess => ({ uid: `api::catalog.${name}` });

const openings: Partial<Record<SectionName, Opening>> = {
  catalog: {
    types: [
      { uid: 'api::catalog.activity', published: true },
      { uid: 'api::catalog.page', published: true },
      ...catalogTypes.map(catalog),
      { uid: 'api::seating.seating-plan' },
    ],
    names: { 'api::catalog.seller': 'label', 'api::catalog.event': 'label' },
    view: ['plugin::upload.read', 'plugin::upload.assets.download', 'plugin::upload.assets.copy-link'],
    act: ['plugin::upload.assets.create', 'plugin::upload.assets.update'],
  },
  schedule: {
    types: [catalog('event'), catalog('schedule')],
    names: {
      'api::catalog.activity': 'title',
      'api::catalog.vessel': 'label',
      'api::catalog.berth': 'label',
      'api::catalog.venue': 'label',
      'api::seating.seating-plan': 'label',
    },
  },
  payments: {
    types: [catalog('payment-method')],
    names: { 'api::catalog.seller': 'label' },
  },
  settings: {
    types: [catalog('seller'), catalog('site'), { uid: 'plugin::notifications.message-text' }],
    names: { 'api::catalog.page': 'title', 'api::catalog.category': 'label' },
    view: ['plugin::upload.read'],
    act: ['plugin::upload.assets.create'],
  },
};

const explorer = (verb: string) => `plugin::content-manager.explorer.${verb}`;
const explorerVerbs = ['create', 'read', 'update', 'delete', 'publish'];

/** Every permission that a role with these grants has, each once. */
export function permissionsOf(grants: SectionGrants): Permission[] {
  return merged(sectionNames.flatMap((name) => sectionPermissions(name, grants[name])));
}

function sectionPermissions(name: SectionName, level: SectionLevel): Permission[] {
  if (level === 'none') return [];
  const { types = [], names = {}, view = [], act = [] } = openings[name] ?? {};
  const acting = level === 'act';
  return [
    { action: sectionAction(name, 'view') },
    ...(acting ? [{ action: sectionAction(name, 'act') }] : []),
    ...types.flatMap((type) => typePermissions(type, acting)),
    ...Object.entries(names).map(([subject, field]) => ({
      action: explorer('read'),
      subject,
      fields: [field],
    })),
    ...[...view, ...(acting ? act : [])].map((action) => ({ action })),
  ];
}

function typePermissions({ uid: subject, published }: TypeAccess, acting: boolean): Permission[] {
  const read: Permission = { action: explorer('read'), subject, fields: 'all' };
  if (!acting) return [read];
  const written = ['create', 'update'].map((verb) => ({
    action: explorer(verb),
    subject,
    fields: 'all' as const,
  }));
  const verbs = published ? ['delete', 'publish'] : ['delete'];
  return [read, ...written, ...verbs.map((verb) => ({ action: explorer(verb), subject }))];
}

function merged(permissions: readonly Permission[]): Permission[] {
  const byKey = new Map<string, Permission>();
  for (const permission of permissions) {
    const key = permissionKey(permission);
    byKey.set(key, union(byKey.get(key), permission));
  }
  return [...byKey.values()];
}

function union(known: Permission | undefined, permission: Permission): Permission {
  const [left, right] = [known?.fields, permission.fields];
  if (!left || !right) return known ?? permission;
  const fields = left === 'all' || right === 'all' ? 'all' : [...new Set([...left, ...right])];
  return { ...permission, fields };
}

/** Two permissions with one key speak about the same thing. */
export function permissionKey({
  action,
  subject,
}: Pick<Permission, 'action'> & { subject?: string | null }): string {
  return `${action} ${subject ?? ''}`;
}

const everyGrant = Object.fromEntries(sectionNames.map((name) => [name, 'act'])) as SectionGrants;
const managed = new Set(permissionsOf(everyGrant).map(permissionKey));
const managedTypes = new Set([...managed].map((key) => key.split(' ')[1]).filter(Boolean));

/** Whether sections decide about a permission; Strapi's other permissions are granted in its own page. */
export function isManaged({ action, subject }: { action: string; subject?: string | null }): boolean {
  if (subject && managedTypes.has(subject)) return explorerVerbs.some((verb) => action === explorer(verb));
  return managed.has(permissionKey({ action }));
}
