import { isBuilt, pluginPackages } from './expected-plugins.ts';
import type { PluginPackage } from './expected-plugins.ts';
import { operatorError } from './operator-error.ts';

/** What `config/plugins.ts` says, by plugin name. */
export type DeclaredPlugins = Record<string, { enabled?: boolean } | boolean>;

/**
 * Strapi skips a plugin that is not built without a word, and its content types, permissions and routes go with it.
 * Nothing of that may happen by accident: an expected plugin that is not built stops the boot before Strapi loads.
 * @throws OperatorError PLUGIN_NOT_BUILT
 */
export function requireBuiltPlugins({
  appDir,
  declared,
}: {
  appDir: string;
  declared: DeclaredPlugins;
}): void {
  const missing = pluginPackages(appDir).filter(
    (found) => isExpected(found.plugin, declared) && !isBuilt(found),
  );
  if (missing.length > 0) throw operatorError('PLUGIN_NOT_BUILT', notBuilt(missing));
}

/**
 * The same question to a Strapi that has loaded its plugins, before it touches the tables.
 * @throws OperatorError PLUGIN_NOT_LOADED
 */
export function requireLoadedPlugins({ appDir, declared, loaded }: LoadedPlugins): void {
  const missing = expectedNames({ appDir, declared }).filter((name) => !loaded.includes(name));
  if (missing.length > 0) throw operatorError('PLUGIN_NOT_LOADED', notLoaded(missing));
}

export interface LoadedPlugins {
  appDir: string;
  declared: DeclaredPlugins;
  loaded: string[];
}

function expectedNames({ appDir, declared }: { appDir: string; declared: DeclaredPlugins }): string[] {
  const names = [...Object.keys(declared), ...pluginPackages(appDir).map(({ plugin }) => plugin)];
  return [...new Set(names)].filter((name) => isExpected(name, declared));
}

function isExpected(plugin: string, declared: DeclaredPlugins): boolean {
  const declaration = declared[plugin] ?? true;
  return typeof declaration === 'object' ? declaration.enabled !== false : declaration;
}

function notBuilt(missing: PluginPackage[]): string {
  const names = missing.map(({ plugin }) => plugin).join(', ');
  const files = missing.map(({ packageName, serverFile }) => serverFile ?? `${packageName} ./strapi-server`);
  return `Not built: ${names} (no ${files.join(', no ')}). Run "npm run build" and start again.`;
}

function notLoaded(missing: string[]): string {
  const names = missing.join(', ');
  return `Not loaded: ${names}. Install and build it, or take it out of cms/config/plugins.ts and cms/package.json.`;
}
