import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PluginPackage {
  /** The plugin's name in `config/plugins.ts`, e.g. `audit-log`. */
  plugin: string;
  /** The npm package, e.g. `@gangway/audit-log`. */
  packageName: string;
  /** The server half that Strapi loads; undefined when the package exports none. */
  serverFile: string | undefined;
}

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  strapi?: { kind?: string; name?: string };
  exports?: Record<string, string | Record<string, string>>;
}

/** The Strapi plugins among the dependencies of the app in `appDir`, whether they are built or not. */
export function pluginPackages(appDir: string): PluginPackage[] {
  const { dependencies = {} } = readManifest(join(appDir, 'package.json'));
  return Object.keys(dependencies).flatMap((name) => pluginPackage(appDir, name));
}

function pluginPackage(appDir: string, packageName: string): PluginPackage[] {
  const file = manifestFile(appDir, packageName);
  const { strapi, exports } = file ? readManifest(file) : {};
  if (!file || strapi?.kind !== 'plugin' || !strapi.name) return [];
  const server = exports?.['./strapi-server'];
  const target = typeof server === 'object' ? (server['require'] ?? server['default']) : server;
  return [{ plugin: strapi.name, packageName, serverFile: target && join(dirname(file), target) }];
}

/** From the app, as Strapi looks for it; undefined when it is not installed or keeps its manifest to itself. */
function manifestFile(appDir: string, packageName: string): string | undefined {
  try {
    return createRequire(join(appDir, 'package.json')).resolve(`${packageName}/package.json`);
  } catch {
    return undefined;
  }
}

const readManifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

export const isBuilt = ({ serverFile }: PluginPackage): boolean =>
  serverFile !== undefined && existsSync(serverFile);
