import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** One line of the environment: what it is for, what it holds when nobody sets it, and how to put it right. */
export interface Variable {
  section: string;
  what: string;
  fallback?: string;
  secret?: true;
  /** Completes the sentence "NAME is "…": …". */
  advice: string;
  schema: z.ZodType<unknown, string | undefined>;
}

const locales = ['ru', 'en', 'zh'] as const;
const minimumSecret = 24;
const placeholder = /^(change.?me|to.?be.?modified|secret|password|example)/i;

const number = ({ from, to }: { from: number; to: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));

const port = number({ from: 1, to: 65_535 });
const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item).min(1));
const origin = z
  .string()
  .refine(isOrigin)
  .transform((text) => text.replace(/\/$/, ''));
const secret = z
  .string()
  .min(minimumSecret)
  .regex(/^\S+$/)
  .refine((text) => !placeholder.test(text));

/** `Tickets <tickets@example.org>`: what stands before the address is the name. */
export const senderPattern = /^[^<>"\r\n]{1,80} <([^<>\s]+)>$/;

const pem = (label: string) =>
  z.string().regex(new RegExp(`^-----BEGIN ${label}-----[\\s\\S]+-----END ${label}-----\\s*$`));

const portAdvice = 'give a number from 1 to 65535';
const secretAdvice = `give at least ${minimumSecret} random characters without spaces`;
const originAdvice = 'give an address such as https://tickets.example.org, without a path';

const secretFor = (what: string) =>
  ({ section: 'Secrets', what, secret: true, advice: secretAdvice, schema: secret }) as const;

/**
 * Every variable that Gangway reads. `.env.example` and the settings table of docs/operations are made from it.
 * A secret is also read from the file that NAME_FILE names.
 */
export const variables = {
  NODE_ENV: {
    section: 'Process',
    what: 'How the processes run; npm start uses production, npm run dev development.',
    fallback: 'development',
    advice: 'use development, production or test',
    schema: z.enum(['development', 'production', 'test']),
  },
  GANGWAY_ROLE: {
    section: 'Process',
    what: 'What a cms process does: web answers requests, worker runs jobs, all does both.',
    fallback: 'all',
    advice: 'use all, web or worker',
    schema: z.enum(['all', 'web', 'worker']),
  },
  LOG_LEVEL: {
    section: 'Process',
    what: 'The least important line that is still logged.',
    fallback: 'info',
    advice: 'use fatal, error, warn, info, debug, trace or silent',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
  STOP_GRACE_SECONDS: {
    section: 'Process',
    what: 'How long a process may finish what it has begun after it was asked to stop.',
    fallback: '10',
    advice: 'give a number of seconds from 1 to 300',
    schema: number({ from: 1, to: 300 }),
  },
  STOP_DELAY_SECONDS: {
    section: 'Process',
    what: 'How long a process that was asked to stop still takes requests while /readyz already says no: as long as the proxy in front needs to notice.',
    fallback: '0',
    advice: 'give a number of seconds from 0 to 300',
    schema: number({ from: 0, to: 300 }),
  },
  CONNECTIONS_MAX: {
    section: 'Process',
    what: 'The most connections a cms process keeps open at once; further ones are closed unanswered.',
    fallback: '24000',
    advice: 'give a number from 16 to 1000000',
    schema: number({ from: 16, to: 1_000_000 }),
  },
  METRICS_HOST: {
    section: 'Metrics',
    what: 'The address on which a cms process tells its metrics.',
    fallback: '127.0.0.1',
    advice: 'give an IP address such as 127.0.0.1 or 0.0.0.0',
    schema: z.string().refine((text) => isIP(text) > 0),
  },
  METRICS_PORT: {
    section: 'Metrics',
    what: 'Port of /metrics for Prometheus; 0 takes a free one and logs it, off tells nothing. Where it is taken already, the process says so and runs without.',
    fallback: '9464',
    advice: 'give a number from 0 to 65535, or off',
    schema: z.union([z.literal('off').transform(() => undefined), number({ from: 0, to: 65_535 })]),
  },
  METRICS_TOKEN: {
    section: 'Metrics',
    what: 'What whoever reads /metrics from another machine shows as a bearer token; without it only this machine may.',
    secret: true,
    advice: secretAdvice,
    schema: secret.optional(),
  },
  HOST: {
    section: 'Addresses',
    what: 'The address the processes listen on: 127.0.0.1 for this machine only, 0.0.0.0 for everyone.',
    fallback: '127.0.0.1',
    advice: 'give an IP address such as 127.0.0.1 or 0.0.0.0',
    schema: z.string().refine((text) => isIP(text) > 0),
  },
  CMS_PORT: {
    section: 'Addresses',
    what: 'Port of the back office and the API.',
    fallback: '1337',
    advice: portAdvice,
    schema: port,
  },
  CMS_URL: {
    section: 'Addresses',
    what: 'Where our own processes reach the API; http://127.0.0.1:CMS_PORT when not set.',
    advice: originAdvice,
    schema: origin.optional(),
  },
  PUBLIC_URL: {
    section: 'Addresses',
    what: 'Where people reach the back office; http://localhost:CMS_PORT when not set.',
    advice: originAdvice,
    schema: origin.optional(),
  },
  STOREFRONT_PORT: {
    section: 'Addresses',
    what: 'Port of the website.',
    fallback: '4321',
    advice: portAdvice,
    schema: port,
  },
  STOREFRONT_URL: {
    section: 'Addresses',
    what: 'Where people reach the website, links in messages lead there; http://localhost:STOREFRONT_PORT when not set.',
    advice: originAdvice,
    schema: origin.optional(),
  },
  TRUSTED_PROXIES: {
    section: 'Addresses',
    what: 'Proxies whose X-Forwarded-For is believed: addresses or networks, separated by commas. With SANDBOX=on this machine itself (127.0.0.1, ::1) is one besides.',
    advice: 'give addresses or networks separated by commas, such as 10.0.0.0/8,192.168.1.5',
    schema: list(z.string().refine(isNetwork)).optional(),
  },
  RETURN_ORIGINS: {
    section: 'Addresses',
    what: 'Further websites that a buyer may be sent back to after paying, separated by commas; STOREFRONT_URL and PUBLIC_URL always are.',
    advice: 'give addresses such as https://tickets.example.org separated by commas, without paths',
    schema: list(origin).optional(),
  },
  RATE_LIMIT_TRUSTED: {
    section: 'Addresses',
    what: 'Callers that are never told to slow down: addresses or networks, separated by commas.',
    advice: 'give addresses or networks separated by commas, such as 10.0.0.0/8,192.168.1.5',
    schema: list(z.string().refine(isNetwork)).optional(),
  },
  DATABASE_URL: {
    section: 'Database',
    what: 'A PostgreSQL server of your own. When not set, npm start runs one with its data in .gangway/.',
    secret: true,
    advice: 'give an address such as postgres://user:password@host:5432/gangway',
    schema: z.string().refine(isPostgresUrl).optional(),
  },
  DATABASE_PORT: {
    section: 'Database',
    what: 'Port of the PostgreSQL that npm start runs itself.',
    fallback: '54329',
    advice: portAdvice,
    schema: port,
  },
  DATABASE_POOL_MAX: {
    section: 'Database',
    what: 'The most connections one process opens.',
    fallback: '20',
    advice: 'give a number from 2 to 200',
    schema: number({ from: 2, to: 200 }),
  },
  FILES_DIR: {
    section: 'Database',
    what: 'Folder of the uploaded pictures; npm start uses .gangway/files.',
    advice: 'give the absolute path of a folder',
    schema: z
      .string()
      .refine((text) => isAbsolute(text))
      .optional(),
  },
  REDIS_URL: {
    section: 'Database',
    what: 'A Redis, one database of it for this house alone. With it jobs are handed out by bull and slow limits are counted there; nothing is lost when it is.',
    secret: true,
    advice: 'give an address such as redis://:password@host:6379/0, or rediss:// for TLS',
    schema: z.string().refine(isRedisUrl).optional(),
  },
  S3_BUCKET: {
    section: 'Pictures',
    what: 'Bucket of an S3 store that uploaded pictures go to; when not set, they lie in FILES_DIR. It may stay private: cms gives the pictures out under /media/.',
    advice: 'give the name of a bucket, such as gangway-pictures',
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .optional(),
  },
  S3_ENDPOINT: {
    section: 'Pictures',
    what: 'Where that store is; Amazon when not set, and the store of the sandbox in a demonstration.',
    advice: 'give an address such as https://storage.yandexcloud.net',
    schema: z
      .string()
      .refine(isWebAddress)
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
  },
  S3_REGION: {
    section: 'Pictures',
    what: 'Region of the bucket.',
    fallback: 'us-east-1',
    advice: 'give a region such as eu-central-1 or ru-central1',
    schema: z.string().regex(/^[a-z0-9-]{2,40}$/),
  },
  S3_ACCESS_KEY_ID: {
    section: 'Pictures',
    what: 'Name of the key that the store knows us by; a demonstration without S3_ENDPOINT has one.',
    advice: 'give the id of the access key',
    schema: z
      .string()
      .regex(/^[\w-]{3,128}$/)
      .optional(),
  },
  S3_SECRET_ACCESS_KEY: {
    section: 'Pictures',
    what: 'The secret of that key.',
    secret: true,
    advice: 'give the secret access key of the store',
    schema: z
      .string()
      .regex(/^\S{8,}$/)
      .optional(),
  },
  SANDBOX: {
    section: 'Sandbox',
    what: 'on for a demonstration: the sandbox moves the clock, demo secrets and demo sellers are allowed. off for real sales.',
    fallback: 'on',
    advice: 'use on or off',
    schema: z.enum(['on', 'off']),
  },
  SANDBOX_PORT: {
    section: 'Sandbox',
    what: 'Port of the sandbox pages.',
    fallback: '4400',
    advice: portAdvice,
    schema: port,
  },
  SANDBOX_DIR: {
    section: 'Sandbox',
    what: 'Folder where the sandbox keeps what it must not forget and a record of what it did; npm start uses .gangway/sandbox, otherwise nothing is kept.',
    advice: 'give the absolute path of a folder',
    schema: z
      .string()
      .refine((text) => isAbsolute(text))
      .optional(),
  },
  SANDBOX_SMTP_PORT: {
    section: 'Sandbox',
    what: 'Port on which the mailbox of the sandbox takes mail.',
    fallback: '4425',
    advice: portAdvice,
    schema: port,
  },
  SMTP_URL: {
    section: 'Mail',
    what: 'The mail server that messages leave through; the mailbox of the sandbox when not set. SANDBOX=off needs it.',
    secret: true,
    advice: 'give an address such as smtps://user:password@mail.example.org:465',
    schema: z.string().refine(isSmtpUrl).optional(),
  },
  MAIL_FROM: {
    section: 'Mail',
    what: 'Who messages come from; Gangway <tickets@gangway.example> when not set. SANDBOX=off needs it.',
    advice: 'give an address such as tickets@example.org or Tickets <tickets@example.org>',
    schema: z.string().refine(isSender).optional(),
  },
  LOCALES: {
    section: 'Languages',
    what: 'Languages that a published activity must be complete in; ru is always one of them.',
    fallback: 'ru,en,zh',
    advice: 'give ru and any of en, zh, separated by commas',
    schema: list(z.enum(locales)).refine(
      (chosen) => chosen.includes('ru') && new Set(chosen).size === chosen.length,
    ),
  },
  APP_KEYS: {
    section: 'Secrets',
    what: 'Keys that sign session cookies: at least two, separated by commas.',
    secret: true,
    advice: `give at least two keys of ${minimumSecret} random characters, separated by commas`,
    schema: list(secret).refine((keys) => keys.length > 1),
  },
  API_TOKEN_SALT: secretFor('Salt of the API tokens.'),
  ADMIN_JWT_SECRET: secretFor('Signs the sessions of the back office.'),
  TRANSFER_TOKEN_SALT: secretFor('Salt of the data transfer tokens.'),
  JWT_SECRET: secretFor('Signs the sessions of customers.'),
  ENCRYPTION_KEY: secretFor('Encrypts what the back office stores encrypted, API tokens among it.'),
  TICKET_SECRET: secretFor('The keys that sign tickets are derived from it, one per calendar quarter.'),
  INTERNAL_TOKEN: secretFor('What our own processes show each other.'),
  PASS_CERTIFICATE: {
    section: 'Wallet passes',
    what: "Apple's certificate of the pass type, PEM; a demonstration makes one up. Without it there are no passes.",
    secret: true,
    advice: 'give a certificate in PEM, or the path of its file as PASS_CERTIFICATE_FILE',
    schema: pem('CERTIFICATE').optional(),
  },
  PASS_KEY: {
    section: 'Wallet passes',
    what: 'The private key of that certificate, PEM, without a passphrase.',
    secret: true,
    advice: 'give a private key in PEM, or the path of its file as PASS_KEY_FILE',
    schema: pem('[A-Z ]*PRIVATE KEY').optional(),
  },
  PASS_AUTHORITY: {
    section: 'Wallet passes',
    what: "Apple's intermediate certificate (WWDR) that issued it, PEM.",
    secret: true,
    advice: 'give a certificate in PEM, or the path of its file as PASS_AUTHORITY_FILE',
    schema: pem('CERTIFICATE').optional(),
  },
  PASS_TYPE_ID: {
    section: 'Wallet passes',
    what: 'The pass type identifier of that certificate.',
    fallback: 'pass.example.gangway.ticket',
    advice: 'give an identifier such as pass.org.example.tickets',
    schema: z.string().regex(/^pass\.[\w.-]{3,100}$/),
  },
  PASS_TEAM_ID: {
    section: 'Wallet passes',
    what: "The team identifier of Apple's developer account.",
    fallback: 'GANGWAY000',
    advice: 'give the ten characters of the team identifier',
    schema: z.string().regex(/^[A-Z0-9]{10}$/),
  },
  YOOKASSA_SHOP_ID: {
    section: 'Payments',
    what: 'The shop at YooKassa that payments go to. Without it YooKassa is no way to pay; a demonstration has a shop of its own in the sandbox.',
    advice: 'give the number of the shop from the cabinet of YooKassa, such as 506751',
    schema: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional(),
  },
  PAYMENTS_YOOKASSA_SECRET_KEY: {
    section: 'Payments',
    what: 'The secret key of that shop; the one of a test shop begins with test_.',
    secret: true,
    advice: 'give the secret key from the cabinet of YooKassa, which begins with live_ or test_',
    schema: secret.optional(),
  },
  ADMIN_EMAIL: {
    section: 'First administrator',
    what: 'Who the first administrator of an empty installation is.',
    fallback: 'admin@gangway.example',
    advice: 'give an e-mail address',
    schema: z.email(),
  },
  ADMIN_PASSWORD: {
    section: 'First administrator',
    what: 'The password of the first administrator. Without it, whoever opens the back office of a demonstration first becomes one; with SANDBOX=off such a start is refused.',
    secret: true,
    advice: 'give at least 8 characters with a capital, a small letter and a digit',
    schema: z
      .string()
      .regex(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,72}$/)
      .optional(),
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** The parsed value of every variable. */
export type Values = { [Name in VariableName]: z.output<(typeof variables)[Name]['schema']> };

/** The names of the variables, in the order of the table. */
export const variableNames = Object.keys(variables) as VariableName[];

/** The same table for readers that only need the descriptions. */
export const variable = (name: VariableName): Variable => variables[name];

const alsoGenerated: VariableName[] = ['ADMIN_PASSWORD', 'PAYMENTS_YOOKASSA_SECRET_KEY'];

/** What `npm start` makes up for a demonstration when nobody gives it. */
export const generatedSecretNames = variableNames.filter(
  (name) => variable(name).section === 'Secrets' || alsoGenerated.includes(name),
);

function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  return (
    family > 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '';
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1;
}

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d{0,4})?$/.test(pathname);
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

function isSender(text: string): boolean {
  const [, address = text] = senderPattern.exec(text) ?? [];
  return z.email().safeParse(address).success;
}
