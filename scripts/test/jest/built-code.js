import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createTransformer } from '@swc/jest';

/**
 * Code that is built runs outside jest's sandbox, as the very module that Strapi has loaded: one clock, one registry,
 * and ES modules load as they are. Only the tests themselves and what lies beside them are compiled here.
 */
const swc = createTransformer({ jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true } } });

export default {
  ...swc,
  process(source, path, options) {
    const built = builtFile(path);
    if (!built) return swc.process(source, path, options);
    return { code: `module.exports = globalThis.requireOutside(${JSON.stringify(built)});` };
  },
};

function builtFile(path) {
  if (path.includes(`${sep}dist${sep}`)) return path;
  if (/\.test\.tsx?$/.test(path) || path.includes(`${sep}tests${sep}`)) return undefined;
  const root = packageRoot(dirname(path));
  if (!root) return undefined;
  const inside = relative(root, path).replace(/\.tsx?$/, '.js');
  return [inside, inside.replace(/^src\//, '')].map((file) => join(root, 'dist', file)).find(existsSync);
}

/** The folder of the package that the file belongs to, when it is one that is built. */
function packageRoot(folder) {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) return readFileSync(manifest, 'utf8').includes('"@gangway/') ? folder : undefined;
  return dirname(folder) === folder ? undefined : packageRoot(dirname(folder));
}
