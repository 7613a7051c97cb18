// Runs on the Node that the machine has, before anything is installed: plain JavaScript, no dependency.
// Usage: node scripts/with-node24.mjs <script> [arguments]. Installs what is missing, then runs the script under Node 24;
// with --help it says what lies in help.txt beside the script, and does nothing.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants as access,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.gangway-install');
const oldest = 20;
const wanted = 24;

async function main([script, ...parameters]) {
  const help = join(root, dirname(script), 'help.txt');
  if (parameters.includes('--help') && existsSync(help)) return say(readFileSync(help, 'utf8'));
  refuseOldNode();
  const began = Date.now();
  await installWhenNeeded();
  const node = node24();
  const PATH = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, GANGWAY_INSTALL_MS: String(Date.now() - began) };
  const child = spawn(node, [join(root, script), ...parameters], { stdio: 'inherit', env });
  passSignals(child);
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function refuseOldNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < oldest)
    stop(`Gangway needs Node ${oldest} or newer, this is ${process.version}: install a newer Node.`);
}

async function installWhenNeeded() {
  if (isInstalled()) return;
  refuseForeignFolder();
  process.stdout.write('Installing dependencies, once, one to two minutes…\n');
  const own = process.env.npm_execpath ?? '';
  const npm = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  const flags = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn(npm[0], [...npm[1], ...flags], { cwd: root, stdio: 'inherit', env: withoutNpmRun() });
  const stopProgress = showProgress();
  const code = await new Promise((done) => child.once('error', () => done(1)).once('exit', done));
  stopProgress();
  if (code !== 0)
    stop('The dependencies could not be installed, npm says why above: mend that and try again.');
  writeFileSync(stamp, lockHash());
}

function refuseForeignFolder() {
  const foreign = [root, modules].filter(existsSync).find((folder) => !mayWrite(folder));
  if (foreign)
    stop(
      `The dependencies go into ${foreign}, where this user may not write: give the user the folder, or start from a copy of your own.`,
    );
}

function mayWrite(folder) {
  try {
    accessSync(folder, access.W_OK | access.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A stamp that matches the lock is proof; without one, an install that was finished by hand after the lock counts. */
function isInstalled() {
  const finished = join(modules, '.package-lock.json');
  if (!existsSync(finished)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  return statSync(finished).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** What `npm start` passes on to its script must not steer the `npm install` inside it. */
function withoutNpmRun() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|command)/.test(name),
  );
  return Object.fromEntries(entries);
}

function showProgress() {
  const began = Date.now();
  const timer = setInterval(() => {
    const packages = packagesInPlace();
    process.stdout.write(`  … ${Math.round((Date.now() - began) / 1000)} s, ${packages} packages in place\n`);
  }, 10_000);
  return () => clearInterval(timer);
}

/** npm makes all folders at once and fills them one by one. */
function packagesInPlace() {
  if (!existsSync(modules)) return 0;
  return readdirSync(modules).filter((name) => existsSync(join(modules, name, 'package.json'))).length;
}

function node24() {
  const fromNpm = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(fromNpm) && spawnSync(fromNpm, ['--version']).status === 0) return fromNpm;
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  return stop(
    `npm has no Node ${wanted} for ${process.platform}-${process.arch}: install Node ${wanted} and try again.`,
  );
}

/** Ctrl-C reaches the child by itself; what is sent to this process alone is passed on, and so is the parent's end. */
function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1_000).unref();
}

const say = (text) => void process.stdout.write(text);

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

await main(process.argv.slice(2));
