import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { generatedSecretNames, senderPattern, variable, variableNames } from './variables.ts';
import type { Values, VariableName } from './variables.ts';

/** The environment as the rest of the house sees it. Ports are numbers, addresses have no slash at the end. */
export interface Env {
  nodeEnv: 'development' | 'production' | 'test';
  role: 'all' | 'web' | 'worker';
  logLevel: Values['LOG_LEVEL'];
  stopGraceSeconds: number;
  /** From the wish to stop until requests are no longer taken. */
  stopDelaySeconds: number;
  connectionsMax: number;
  /** Where this process tells its metrics; `port` 0 is a free one, undefined: nowhere. Without a token only to this machine. */
  metrics: { host: string; port: number | undefined; token: string | undefined };
  cms: { host: string; port: number; url: string; publicUrl: string };
  /** Where people reach the website. */
  storefrontUrl: string;
  storefront: { host: string; port: number };
  /** Origins that a buyer may be sent back to: the website, the back office, and what RETURN_ORIGINS adds. */
  returnOrigins: string[];
  mail: MailSettings;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  /** Addresses and networks whose requests are never limited. */
  rateLimitTrusted: string[];
  databaseUrl: string;
  /** True when `npm start` runs PostgreSQL itself, on `databasePort`. */
  databaseEmbedded: boolean;
  databasePort: number;
  databasePool: { min: number; max: number };
  /** Folder whose `uploads` holds the pictures; undefined: `cms/public`. */
  filesDir: string | undefined;
  /** The store that uploaded pictures go to; undefined: `filesDir`. */
  s3: S3Settings | undefined;
  /** Hands out jobs and counts slow limits; undefined: PostgreSQL does both. */
  redisUrl: string | undefined;
  /** `folder` keeps what the sandbox must not forget; undefined: nothing is kept. */
  sandbox: { enabled: boolean; host: string; port: number; url: string; folder: string | undefined };
  yookassa: YookassaSettings;
  locales: ('ru' | 'en' | 'zh')[];
  internalToken: string;
  /** Who a new installation begins with; without a password a demonstration makes the first visitor its administrator. */
  admin: { email: string; password: string | undefined };
  secrets: {
    appKeys: string[];
    apiTokenSalt: string;
    adminJwtSecret: string;
    transferTokenSalt: string;
    jwtSecret: string;
    encryptionKey: string;
    ticketSecret: string;
  };
  passes: PassSettings;
  /**
   * A secret of a provider, by the name that kit's `secretVariable` gives it: `PAYMENTS_YOOKASSA_SECRET_KEY`. Also read
   * from the file that NAME_FILE names; undefined when it is not set.
   * @throws EnvironmentError when it cannot be read, or is a demo secret with SANDBOX=off
   */
  providerSecret: (name: string) => string | undefined;
}

/** The server that mail leaves through, and whom it comes from. `smtpPort` is where the sandbox takes mail. */
export interface MailSettings {
  smtpUrl: string;
  from: { name: string; address: string };
  smtpPort: number;
}

/** A bucket of an S3 store and the key that opens it. Without an endpoint it is Amazon's. */
export interface S3Settings {
  bucket: string;
  endpoint: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** The shop that payments go to, undefined where there is none, and where its API is. */
export interface YookassaSettings {
  shopId: string | undefined;
  secretKey: string | undefined;
  url: string;
}

/** What signs wallet passes; PEM texts, undefined where nobody gave them. */
export interface PassSettings {
  certificate: string | undefined;
  key: string | undefined;
  authority: string | undefined;
  typeId: string;
  teamId: string;
}

export type EnvSource = Record<string, string | undefined>;

/** Secrets that begin so were made up for a demonstration; `SANDBOX=off` refuses them. */
export const demoSecretPrefix = 'demo-';

/** The same for the key of a shop in the sandbox: YooKassa's test keys begin so, and no real one goes on like this. */
export const demoShopKeyPrefix = `test_${demoSecretPrefix}`;

const demoShopId = '100500';

/** Opens the store of the sandbox where nobody gave another key. */
export const demoStoreKey = { id: 'demo-gangway', secret: 'demo-secret-of-the-sandbox' };
const loopback = ['127.0.0.1', '::1'];

/** An error whose message tells the operator in one sentence per problem what to do. */
export interface EnvironmentError extends Error {
  code: 'ENVIRONMENT';
  operator: true;
  problems: string[];
}

/**
 * The environment, checked: the only way to it. Without an argument it reads `process.env` over the file `.env`
 * beside the root package.json (another file: `GANGWAY_ENV_FILE`; none: `GANGWAY_ENV_FILE=off`).
 * @throws EnvironmentError naming every wrong variable and what to do
 */
export function readEnv(source: EnvSource = ownEnvironment()): Env {
  const problems: string[] = [];
  const values = readValues({ source, problems });
  if (problems.length === 0)
    problems.push(
      ...demoSecretProblems(values as Values),
      ...mailProblems(values as Values),
      ...storeProblems(values as Values),
    );
  if (problems.length > 0) throw environmentError(problems);
  const env = shape(values as Values);
  return { ...env, providerSecret: (name) => providerSecret({ name, source, env }) };
}

/** What a front door may know of the environment: addresses, and no secret of the house. */
export type FrontDoorEnv = Pick<
  Env,
  'nodeEnv' | 'logLevel' | 'stopGraceSeconds' | 'storefrontUrl' | 'storefront' | 'trustedProxies'
> & {
  cmsUrl: string;
  /** Where people reach the back office. */
  panelUrl: string;
  demo: boolean;
};

/**
 * The environment of a front door, checked as `readEnv` does it.
 * @throws EnvironmentError naming every wrong variable of these and what to do
 */
export function readFrontDoorEnv(source: EnvSource = ownEnvironment()): FrontDoorEnv {
  const problems: string[] = [];
  const values = readValues({ source, problems, names: frontDoorNames }) as Values;
  if (problems.length > 0) throw environmentError(problems);
  return {
    nodeEnv: values.NODE_ENV,
    logLevel: values.LOG_LEVEL,
    stopGraceSeconds: values.STOP_GRACE_SECONDS,
    storefrontUrl: storefrontUrlOf(values),
    storefront: { host: values.HOST, port: values.STOREFRONT_PORT },
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    cmsUrl: cmsUrlOf(values),
    panelUrl: publicUrlOf(values),
    demo: values.SANDBOX === 'on',
  };
}

const frontDoorNames: VariableName[] = [
  ...(['NODE_ENV', 'LOG_LEVEL', 'HOST', 'STOREFRONT_PORT', 'STOREFRONT_URL'] as const),
  'STOP_GRACE_SECONDS',
  ...(['CMS_PORT', 'CMS_URL', 'PUBLIC_URL', 'TRUSTED_PROXIES', 'SANDBOX'] as const),
];

/** The raw environment for child processes: ours, with `changes` on top. */
export const childEnvironment = (changes: EnvSource = {}): EnvSource => ({ ...process.env, ...changes });

/** Puts variables into this process, for a runner that boots Strapi inside itself. */
export const setEnvironment = (changes: EnvSource): void => void Object.assign(process.env, changes);

/**
 * `process.env` over `.env`.
 * @throws EnvironmentError when the file cannot be read
 */
export function ownEnvironment(): EnvSource {
  const named = process.env.GANGWAY_ENV_FILE;
  const file = named ?? join(root(), '.env');
  if (file === 'off' || (named === undefined && !existsSync(file))) return process.env;
  return { ...parseEnv(textOfFile({ name: 'GANGWAY_ENV_FILE', file })), ...process.env };
}

/** The sentence for demo sellers found at boot with the sandbox off; undefined when there is nothing to refuse. */
export function demoSellersProblem({ env, sellers }: { env: Env; sellers: string[] }): string | undefined {
  if (env.sandbox.enabled || sellers.length === 0) return undefined;
  return `SANDBOX=off refuses the demo sellers ${sellers.join(', ')}: use a database without the demo season, or SANDBOX=on.`;
}

interface Reading {
  source: EnvSource;
  problems: string[];
  names?: VariableName[];
}

function readValues({ source, problems, names = variableNames }: Reading): Partial<Values> {
  const entries = names.map((name) => {
    const text = textOf({ name, source, problems });
    const parsed = variable(name).schema.safeParse(text ?? variable(name).fallback);
    if (!parsed.success && text !== null) problems.push(problemWith(name, text));
    return [name, parsed.data];
  });
  return Object.fromEntries(entries) as Partial<Values>;
}

/** The text of a variable; undefined when it is not set, null when a problem with its file is already named. */
function textOf({ name, ...where }: { name: VariableName; source: EnvSource; problems: string[] }) {
  return variable(name).secret ? secretText({ name, ...where }) : where.source[name] || undefined;
}

function secretText({ name, source, problems }: { name: string; source: EnvSource; problems: string[] }) {
  const direct = source[name] || undefined;
  const file = source[`${name}_FILE`] || undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set: remove one of them.`);
    return null;
  }
  try {
    return textOfFile({ name: `${name}_FILE`, file }).trim();
  } catch (error) {
    problems.push(...(error as EnvironmentError).problems);
    return null;
  }
}

function textOfFile({ name, file }: { name: string; file: string }): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw environmentError([
      `${name} names "${file}", which cannot be read: check the path and its permissions.`,
    ]);
  }
}

function problemWith(name: VariableName, text: string | undefined): string {
  const { advice, secret } = variable(name);
  if (text === undefined) return `${name} is not set: ${advice}.`;
  return secret ? `${name} cannot be used as it is: ${advice}.` : `${name} is "${text}": ${advice}.`;
}

function demoSecretProblems(values: Values): string[] {
  if (values.SANDBOX === 'on') return [];
  return generatedSecretNames
    .filter((name) => [values[name]].flat().some((value) => isDemoSecret(String(value))))
    .map((name) => `${name} is a demo secret, which SANDBOX=off refuses: ${variable(name).advice}.`);
}

/** A sale without a way to send the tickets is none. */
function mailProblems(values: Values): string[] {
  if (values.SANDBOX === 'on') return [];
  return (['SMTP_URL', 'MAIL_FROM'] as const)
    .filter((name) => values[name] === undefined)
    .map((name) => `${name} is not set, which SANDBOX=off needs: ${variable(name).advice}.`);
}

function storeProblems(values: Values): string[] {
  if (values.S3_BUCKET === undefined || usesSandboxStore(values)) return [];
  return (['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    .filter((name) => values[name] === undefined)
    .map((name) => `${name} is not set, which S3_BUCKET needs: ${variable(name).advice}.`);
}

const usesSandboxStore = ({ SANDBOX, S3_ENDPOINT }: Values): boolean =>
  SANDBOX === 'on' && S3_ENDPOINT === undefined;

const isDemoSecret = (value: string): boolean =>
  [demoSecretPrefix, demoShopKeyPrefix].some((prefix) => value.startsWith(prefix));

function environmentError(problems: string[]): EnvironmentError {
  const error = new Error(problems.join('\n'));
  return Object.assign(error, { code: 'ENVIRONMENT', operator: true, problems } as const);
}

const providerSecretName = /^(PAYMENTS|MESSAGES)(_[A-Z0-9]+)+$/;

interface ProviderSecret {
  name: string;
  source: EnvSource;
  env: Omit<Env, 'providerSecret'>;
}

function providerSecret({ name, source, env }: ProviderSecret): string | undefined {
  if (!providerSecretName.test(name)) throw new TypeError(`${name} is no variable of a provider.`);
  const problems: string[] = [];
  const text = secretText({ name, source, problems });
  if (text?.startsWith(demoSecretPrefix) && !env.sandbox.enabled)
    problems.push(`${name} is a demo secret, which SANDBOX=off refuses: give the one of your provider.`);
  if (problems.length > 0) throw environmentError(problems);
  return text ?? undefined;
}

function shape(values: Values): Omit<Env, 'providerSecret'> {
  return {
    nodeEnv: values.NODE_ENV,
    role: values.GANGWAY_ROLE,
    logLevel: values.LOG_LEVEL,
    stopGraceSeconds: values.STOP_GRACE_SECONDS,
    stopDelaySeconds: values.STOP_DELAY_SECONDS,
    connectionsMax: values.CONNECTIONS_MAX,
    metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT, token: values.METRICS_TOKEN },
    cms: {
      host: values.HOST,
      port: values.CMS_PORT,
      url: cmsUrlOf(values),
      publicUrl: publicUrlOf(values),
    },
    storefrontUrl: storefrontUrlOf(values),
    storefront: { host: values.HOST, port: values.STOREFRONT_PORT },
    returnOrigins: returnOriginsOf(values),
    mail: mailOf(values),
    trustedProxies: trustedProxiesOf(values),
    rateLimitTrusted: values.RATE_LIMIT_TRUSTED ?? [],
    databaseUrl: values.DATABASE_URL ?? `postgres://gangway@127.0.0.1:${values.DATABASE_PORT}/gangway`,
    databaseEmbedded: values.DATABASE_URL === undefined,
    databasePort: values.DATABASE_PORT,
    databasePool: { min: 2, max: values.DATABASE_POOL_MAX },
    filesDir: values.FILES_DIR,
    s3: s3Of(values),
    redisUrl: values.REDIS_URL,
    sandbox: {
      enabled: values.SANDBOX === 'on',
      host: values.HOST,
      port: values.SANDBOX_PORT,
      url: `http://localhost:${values.SANDBOX_PORT}`,
      folder: values.SANDBOX_DIR,
    },
    yookassa: yookassaOf(values),
    locales: values.LOCALES,
    internalToken: values.INTERNAL_TOKEN,
    admin: { email: values.ADMIN_EMAIL, password: values.ADMIN_PASSWORD },
    secrets: secretsOf(values),
    passes: passesOf(values),
  };
}

const cmsUrlOf = ({ CMS_URL, CMS_PORT }: Values) => CMS_URL ?? `http://127.0.0.1:${CMS_PORT}`;

const storefrontUrlOf = ({ STOREFRONT_URL, STOREFRONT_PORT }: Values) =>
  STOREFRONT_URL ?? `http://localhost:${STOREFRONT_PORT}`;

const publicUrlOf = ({ PUBLIC_URL, CMS_PORT }: Values) => PUBLIC_URL ?? `http://localhost:${CMS_PORT}`;

function returnOriginsOf(values: Values): string[] {
  const own = [storefrontUrlOf(values), publicUrlOf(values), ...(values.RETURN_ORIGINS ?? [])];
  return [...new Set(own.map((address) => new URL(address).origin))];
}

const secretsOf = (values: Values): Env['secrets'] => ({
  appKeys: values.APP_KEYS,
  apiTokenSalt: values.API_TOKEN_SALT,
  adminJwtSecret: values.ADMIN_JWT_SECRET,
  transferTokenSalt: values.TRANSFER_TOKEN_SALT,
  jwtSecret: values.JWT_SECRET,
  encryptionKey: values.ENCRYPTION_KEY,
  ticketSecret: values.TICKET_SECRET,
});

const passesOf = (values: Values): PassSettings => ({
  certificate: values.PASS_CERTIFICATE,
  key: values.PASS_KEY,
  authority: values.PASS_AUTHORITY,
  typeId: values.PASS_TYPE_ID,
  teamId: values.PASS_TEAM_ID,
});

/** The sandbox stands on this machine and tells, as a gateway behind a proxy, whose address it speaks from. */
const trustedProxiesOf = ({ TRUSTED_PROXIES: own = [], SANDBOX }: Values): string[] =>
  SANDBOX === 'on' ? [...own, ...loopback] : own;

function s3Of(values: Values): S3Settings | undefined {
  if (values.S3_BUCKET === undefined) return undefined;
  const sandbox = `http://127.0.0.1:${values.SANDBOX_PORT}/s3`;
  return {
    bucket: values.S3_BUCKET,
    endpoint: usesSandboxStore(values) ? sandbox : values.S3_ENDPOINT,
    region: values.S3_REGION,
    accessKeyId: values.S3_ACCESS_KEY_ID ?? demoStoreKey.id,
    secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? demoStoreKey.secret,
  };
}

function yookassaOf(values: Values): YookassaSettings {
  const secretKey = values.PAYMENTS_YOOKASSA_SECRET_KEY;
  if (values.SANDBOX === 'off')
    return { shopId: values.YOOKASSA_SHOP_ID, secretKey, url: 'https://api.yookassa.ru/v3' };
  const url = `http://127.0.0.1:${values.SANDBOX_PORT}/yookassa/v3`;
  return { shopId: values.YOOKASSA_SHOP_ID ?? (secretKey && demoShopId), secretKey, url };
}

function mailOf({ SMTP_URL, SANDBOX_SMTP_PORT, MAIL_FROM: from }: Values): MailSettings {
  const sender = from ?? 'Gangway <tickets@gangway.example>';
  const [, address = sender] = senderPattern.exec(sender) ?? [];
  const name = sender === address ? '' : sender.slice(0, sender.lastIndexOf(' <'));
  return {
    smtpUrl: SMTP_URL ?? `smtp://127.0.0.1:${SANDBOX_SMTP_PORT}`,
    from: { name, address },
    smtpPort: SANDBOX_SMTP_PORT,
  };
}

/** The folder of the root package.json, from `config/` as from `config/dist/`. */
function root(folder: string = import.meta.dirname): string {
  const parent = dirname(folder);
  return existsSync(join(folder, 'package-lock.json')) || parent === folder ? folder : root(parent);
}
