import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const here = '<rootDir>/scripts/test/jest';
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];
/** Packages of the front doors that are ES modules alone. */
const modules = [
  'cookie',
  'httpxy',
  'markdown-it',
  'mdurl',
  'uc.micro',
  'linkify-it',
  'lru-cache',
  'openapi-fetch',
  'openapi-typescript-helpers',
];
const ignored = ['/node_modules/', '/dist/', '/build/'];

const common = {
  rootDir: root,
  roots: ['config', 'database', 'plugins', 'cms', 'client', 'storefront', 'scripts'].map(
    (room) => `<rootDir>/${room}`,
  ),
  transform: { '\\.[cm]?[jt]sx?$': swc },
  testPathIgnorePatterns: ignored,
};

/** Pure rules, beside their file. Other packages are taken from their sources, so nothing has to be built. */
const unit = {
  ...common,
  displayName: 'unit',
  testMatch: ['**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: [...ignored, '/tests/'],
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join('|')})/)`],
  moduleNameMapper: {
    '^@gangway/(kit|sandbox)$': '<rootDir>/plugins/$1/src/index.ts',
    '^@gangway/(config|database)/(.*)$': '<rootDir>/$1/$2.ts',
    '^@gangway/kit/browser$': '<rootDir>/plugins/kit/src/browser.ts',
    '^@gangway/client/(api|format|words|seat-map)$': '<rootDir>/client/src/$1/index.ts',
    '^@gangway/([^/]+)/(contract|provider|testing)$': '<rootDir>/plugins/$1/$2/index.ts',
  },
};

/** Behaviour of a room, on one Strapi and one database per worker. What is built runs as it runs in production. */
const integration = {
  ...common,
  displayName: 'integration',
  testMatch: ['cms/**', 'plugins/**', 'scripts/proof/model'].map(
    (room) => `<rootDir>/${room}/tests/*.test.ts`,
  ),
  testEnvironment: `${here}/strapi-environment.ts`,
  globalSetup: `${here}/template-database.ts`,
  globalTeardown: `${here}/drop-template-database.ts`,
  transform: { '\\.[cm]?[jt]sx?$': `${here}/built-code.js` },
  // The environment and what it needs run outside the sandbox too, under Node's own type stripping.
  transformIgnorePatterns: [
    '/node_modules/',
    '/scripts/(?!proof/model/)',
    '<rootDir>/(config|database)/[^/]+\\.ts$',
  ],
};

/** Tests that start processes of their own, each file on ports and in a folder of its own. */
const processes = {
  ...common,
  displayName: 'processes',
  testMatch: ['<rootDir>/{database,scripts}/**/tests/*.test.ts', '<rootDir>/**/tests/processes/*.test.ts'],
  testPathIgnorePatterns: [...ignored, '/scripts/proof/model/'],
  testEnvironment: 'node',
};

/** The whole house, started as a person starts it, in a real browser. */
const e2e = {
  ...common,
  displayName: 'e2e',
  testMatch: ['<rootDir>/**/tests/e2e/*.test.ts'],
  testEnvironment: '<rootDir>/scripts/test/e2e/browser-environment.ts',
  globalSetup: '<rootDir>/scripts/test/e2e/open-house.ts',
  globalTeardown: '<rootDir>/scripts/test/e2e/close-house.ts',
  transformIgnorePatterns: ['/node_modules/', '/scripts/(?!tests/)', '/(config|database)/[^/]+\\.ts$'],
};

/** `npm run dev`, last: Strapi empties cms/dist under whoever else runs from it. */
const dev = {
  ...common,
  displayName: 'dev',
  testMatch: ['<rootDir>/scripts/tests/dev/*.test.ts'],
  testEnvironment: 'node',
};

export const projects = [unit, integration, processes, e2e, dev];
