/**
 * Who may import whom, floor by floor; ARCHITECTURE.md draws it. `npm run check` holds the code to this table.
 * A room not named here may not be imported by anyone.
 */
export const rooms = [
  { name: 'kit', path: 'plugins/kit/', mayImport: [] },
  { name: 'config', path: 'config/', mayImport: [] },
  { name: 'database', path: 'database/(?!seeds/)', mayImport: [] },

  { name: 'audit-log', path: 'plugins/audit-log/', mayImport: ['kit', 'config', 'database'] },
  { name: 'jobs', path: 'plugins/jobs/', mayImport: ['kit', 'config', 'database', 'audit-log'] },

  {
    name: 'notifications',
    path: 'plugins/notifications/',
    mayImport: ['kit', 'config', 'database', 'audit-log', 'jobs'],
  },

  {
    name: 'payments',
    path: 'plugins/payments/',
    mayImport: ['kit', 'config', 'database', 'audit-log', 'jobs', 'notifications'],
  },

  {
    name: 'cms',
    path: 'cms/',
    mayImport: ['kit', 'config', 'database', 'audit-log', 'jobs', 'notifications', 'payments'],
  },

  { name: 'client', path: 'client/', mayImport: ['kit'] },
  { name: 'storefront', path: 'storefront/', mayImport: ['kit', 'config', 'client'] },

  {
    name: 'sandbox',
    path: 'plugins/sandbox/',
    mayImport: ['kit', 'config', 'notifications', 'payments'],
  },
  { name: 'seeds', path: 'database/seeds/', mayImport: ['kit', 'cms'] },
  { name: 'scripts', path: 'scripts/', mayImport: ['kit', 'config', 'database', 'payments', 'seeds', 'cms'] },
];

/** Imports that the table forbids and that are right all the same. `from` and `to` are the beginnings of paths. */
export const exceptions = [
  // Texts are read by tests of the words that a part of the client is given.
  { from: 'client/src/seat-map/', to: 'config/locales/' },
  // How well the search finds is measured over the demo season.
  { from: 'cms/src/api/catalog/search/golden/', to: 'database/seeds/season/' },
  // A test that stops a server and starts it again needs a free port, as the tests of the house do.
  { from: 'storefront/tests/', to: 'database/port' },
];

const outsideWorld =
  '^(node:)?(fs|fs/promises|http|https|net|tls|dgram|dns|child_process|worker_threads|cluster|process)$';
const insideRoom = '^(cms/src/api/[^/]+|plugins/[^/]+/server/src)';
const test = '(\\.test\\.tsx?$|/tests/|/testing/)';

/** The table as rules of dependency-cruiser. */
export const rules = [
  ...rooms.map(roomRule),
  {
    name: 'rules-are-pure',
    comment:
      'What stands in domain/ is a pure rule: no Strapi, no database, no network, no store or service.',
    severity: 'error',
    from: { path: `${insideRoom}/domain/`, pathNot: test },
    to: {
      path: [
        `${insideRoom}/(store|services|controllers|routes|jobs)/`,
        'node_modules/(@strapi|knex|pg|koa)/',
        outsideWorld,
      ],
    },
  },
  ...strangers('plugins/payments/server/src/providers/yookassa/'),
  {
    name: 'checker-is-independent',
    comment:
      'What judges the house after a fault must not share a mistake with it: it knows tables and records only.',
    severity: 'error',
    from: { path: '^scripts/proof/checker/', pathNot: test },
    to: { path: '^(cms|plugins|config|database)/' },
  },
  {
    name: 'model-is-independent',
    comment:
      'A model that borrowed a rule from the shop would agree with its mistakes: it knows HTTP answers only.',
    severity: 'error',
    from: { path: '^scripts/proof/model/', pathNot: test },
    to: { path: '^(cms|plugins|config|database)/' },
  },
  {
    name: 'no-circle',
    comment: 'Files that import each other in a circle cannot be understood or loaded one by one.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-test-in-production',
    comment: 'Tests and what serves them alone are not shipped.',
    severity: 'error',
    from: { path: '^(cms|plugins|config|database)/', pathNot: test },
    to: { path: '(\\.test\\.tsx?$|/tests/)' },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere.',
    severity: 'error',
    from: {},
    // Astro answers for its own virtual modules.
    to: { couldNotResolve: true, pathNot: '^astro:' },
  },
];

/** The client of a system and its sandbox share no code, or a misreading of the protocol would agree with itself. */
function strangers(folder) {
  const comment = `${folder}: the client and the sandbox know each other by HTTP alone.`;
  const client = { path: `^${folder}`, pathNot: [`^${folder}sandbox/`, test] };
  const sandbox = { path: `^${folder}sandbox/`, pathNot: test };
  const here = folder.split('/').at(-2);
  return [
    {
      name: `${here}-client-without-sandbox`,
      comment,
      severity: 'error',
      from: client,
      to: { path: sandbox.path },
    },
    {
      name: `${here}-sandbox-without-client`,
      comment,
      severity: 'error',
      from: sandbox,
      to: { path: client.path, pathNot: client.pathNot[0] },
    },
  ];
}

function roomRule({ name, path, mayImport }) {
  const others = rooms.filter((room) => room.name !== name && !mayImport.includes(room.name));
  const allowed = exceptions.filter(({ from }) => from.startsWith(path)).map(({ to }) => `^${to}`);
  return {
    name: `${name}-imports-only-${mayImport.join('-') || 'itself'}`,
    comment: `${name} may import ${mayImport.join(', ') || 'no other room'}: see config/rooms.js.`,
    severity: 'error',
    from: { path: `^${path}` },
    to: { path: others.map((room) => `^${room.path}`), pathNot: allowed },
  };
}
