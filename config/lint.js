import ts from 'typescript-eslint';

const longestFunction = 60;
const mostParameters = 4;

const environment = {
  object: 'process',
  property: 'env',
  message: 'The environment is read in config/env.ts alone: import readEnv from @gangway/config/env.',
};
const enumeration = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };
const moduleState = {
  selector:
    'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
  message: 'A module keeps no state in a variable: pass it, or hold it in an object with a name.',
};
const businessTime =
  'Business time is a parameter: take `now`, and at the edge `clock.now()` from @gangway/kit.';
const wallClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: businessTime },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: businessTime,
  },
];

const everywhere = {
  'max-lines-per-function': ['error', { max: longestFunction, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', { max: mostParameters }],
  'max-depth': ['error', { max: 3 }],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-restricted-properties': ['error', environment],
  'no-restricted-syntax': ['error', enumeration, moduleState],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  // A listener may answer or not: `void | Promise<void>` says so.
  '@typescript-eslint/no-invalid-void-type': 'off',
};

/** What ESLint checks: few rules, none about form, which is Prettier's. Each exception stands here with its reason. */
export default [
  {
    ignores: [
      '**/dist/',
      '**/build/',
      '**/node_modules/',
      '.gangway/',
      'cms/types/generated/',
      'cms/.strapi/',
      'storefront/.astro/',
    ],
  },
  ...[...ts.configs.strict].map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: everywhere,
  },
  {
    // The rules of the house may not know what time it is.
    files: ['cms/src/**/*.ts', 'plugins/*/server/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/tests/**', 'cms/src/frame/**', 'cms/src/admin/**'],
    rules: { 'no-restricted-syntax': ['error', enumeration, moduleState, ...wallClock] },
  },
  {
    // A `describe` is as long as its cases; a fixture builder may name each part.
    files: ['**/*.test.{ts,tsx}', '**/tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'no-restricted-syntax': ['error', enumeration],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['config/env.ts'], rules: { 'no-restricted-properties': 'off' } },
  // Scripts and fixtures talk to a terminal.
  { files: ['scripts/**/*.ts', '**/tests/**'], rules: { 'no-console': 'off' } },
];
