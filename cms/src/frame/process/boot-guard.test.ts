import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireBuiltPlugins, requireLoadedPlugins } from './boot-guard.ts';
import type { DeclaredPlugins } from './boot-guard.ts';

const serverFile = 'dist/server/index.js';
const manifest = {
  strapi: { kind: 'plugin', name: 'lighthouse' },
  exports: { './package.json': './package.json', './strapi-server': { default: `./${serverFile}` } },
};

/** An app that depends on one plugin and on a package that is none. */
function withApp(look: (app: { appDir: string; build: () => void }) => void): void {
  const appDir = mkdtempSync(join(tmpdir(), 'gangway-guard-'));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(appDir, path)), { recursive: true });
    writeFileSync(join(appDir, path), JSON.stringify(content));
  };
  write('package.json', {
    name: 'app',
    dependencies: { '@test/lighthouse': '*', '@test/tide': '*', gone: '*' },
  });
  write('node_modules/@test/lighthouse/package.json', { name: '@test/lighthouse', ...manifest });
  write('node_modules/@test/tide/package.json', { name: '@test/tide' });
  try {
    look({ appDir, build: () => write(`node_modules/@test/lighthouse/${serverFile}`, {}) });
  } finally {
    rmSync(appDir, { recursive: true });
  }
}

const declared: DeclaredPlugins = { i18n: { enabled: true }, email: false };

describe('the boot guard', () => {
  it('stops when a plugin is not built, and says what to do', () =>
    withApp(({ appDir }) => {
      expect(() => requireBuiltPlugins({ appDir, declared })).toThrow(
        expect.objectContaining({
          operator: true,
          code: 'PLUGIN_NOT_BUILT',
          message: expect.stringMatching(
            /^Not built: lighthouse .*index\.js\)\. Run "npm run build" and start again\.$/,
          ),
        }),
      );
    }));

  it('lets a built one pass', () =>
    withApp(({ appDir, build }) => {
      build();
      expect(() => requireBuiltPlugins({ appDir, declared })).not.toThrow();
    }));

  it('does not expect what is switched off', () =>
    withApp(({ appDir }) => {
      for (const off of [false, { enabled: false }]) {
        const own = { ...declared, lighthouse: off };
        expect(() => requireBuiltPlugins({ appDir, declared: own })).not.toThrow();
        expect(() => requireLoadedPlugins({ appDir, declared: own, loaded: ['i18n'] })).not.toThrow();
      }
    }));

  it('stops when Strapi has skipped a plugin', () =>
    withApp(({ appDir }) => {
      const loaded = ['i18n', 'upload'];
      expect(() => requireLoadedPlugins({ appDir, declared, loaded })).toThrow(/^Not loaded: lighthouse\. /);
      expect(() => requireLoadedPlugins({ appDir, declared, loaded: ['lighthouse'] })).toThrow(
        /^Not loaded: i18n\. /,
      );
      expect(() =>
        requireLoadedPlugins({ appDir, declared, loaded: [...loaded, 'lighthouse'] }),
      ).not.toThrow();
    }));
});
