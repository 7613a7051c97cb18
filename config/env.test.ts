import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSellersProblem, ownEnvironment, readEnv, setEnvironment } from './env.ts';
import type { EnvironmentError, EnvSource } from './env.ts';
import { generatedSecretNames, variable, variableNames } from './variables.ts';

const longEnough = 'K1'.padEnd(32, 'k');
const secrets: EnvSource = {
  ...Object.fromEntries(generatedSecretNames.map((name) => [name, longEnough])),
  APP_KEYS: `${longEnough},${longEnough}`,
};

const off: EnvSource = {
  SANDBOX: 'off',
  SMTP_URL: 'smtp://mail.example.org',
  MAIL_FROM: 'tickets@example.org',
};

const pem = (label: string) => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----`;

const problemsOf = (changes: EnvSource): string[] => {
  try {
    readEnv({ ...secrets, ...changes });
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
  return [];
};

const withFile = (content: string, look: (path: string) => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'gangway-env-'));
  const path = join(folder, 'value');
  writeFileSync(path, content);
  try {
    look(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('readEnv', () => {
  it('fills in what is not set', () => {
    const env = readEnv(secrets);
    expect(env.cms).toEqual({
      host: '127.0.0.1',
      port: 1337,
      url: 'http://127.0.0.1:1337',
      publicUrl: 'http://localhost:1337',
    });
    expect(env.sandbox.enabled).toBe(true);
    expect(env.locales).toEqual(['ru', 'en', 'zh']);
    expect(env.databaseEmbedded).toBe(true);
    expect(env.secrets.appKeys).toEqual([longEnough, longEnough]);
  });

  it('derives the addresses from the ports and lets them be replaced', () => {
    const env = readEnv({ ...secrets, CMS_PORT: '8080', PUBLIC_URL: 'https://tickets.example.org/' });
    expect(env.cms.url).toBe('http://127.0.0.1:8080');
    expect(env.cms.publicUrl).toBe('https://tickets.example.org');
  });

  it('gives a demonstration a shop in the sandbox, when it has a key for it', () => {
    const { PAYMENTS_YOOKASSA_SECRET_KEY: secretKey, ...others } = secrets;
    expect(readEnv({ ...secrets, SANDBOX_PORT: '4500' }).yookassa).toEqual({
      shopId: '100500',
      secretKey,
      url: 'http://127.0.0.1:4500/yookassa/v3',
    });
    expect(readEnv(others).yookassa.shopId).toBeUndefined();
  });

  it('keeps pictures in a folder until a bucket is named, a demonstration in the store of the sandbox then', () => {
    expect(readEnv(secrets).s3).toBeUndefined();
    expect(readEnv({ ...secrets, S3_BUCKET: 'pictures', SANDBOX_PORT: '4500' }).s3).toEqual({
      ...{ bucket: 'pictures', endpoint: 'http://127.0.0.1:4500/s3', region: 'us-east-1' },
      ...{ accessKeyId: 'demo-gangway', secretAccessKey: 'demo-secret-of-the-sandbox' },
    });
  });

  it('asks for the key of a store that is not the sandbox', () => {
    const elsewhere = { S3_BUCKET: 'pictures', S3_ENDPOINT: 'https://storage.example.org/' };
    const missing = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map((name) =>
      expect.stringMatching(`^${name} is not set, which S3_BUCKET needs`),
    );
    expect(problemsOf(elsewhere)).toEqual(missing);
    expect(problemsOf({ ...off, S3_BUCKET: 'pictures' })).toEqual(missing);
    const key = { S3_ACCESS_KEY_ID: 'AKIA0', S3_SECRET_ACCESS_KEY: longEnough };
    expect(readEnv({ ...secrets, ...elsewhere, ...key }).s3?.endpoint).toBe('https://storage.example.org');
    expect(readEnv({ ...secrets, ...off, ...key, S3_BUCKET: 'pictures' }).s3?.endpoint).toBeUndefined();
  });

  it('tells metrics to this machine, on a free port or not at all when asked to', () => {
    const metricsOf = (changes: EnvSource) => readEnv({ ...secrets, ...changes }).metrics;
    expect(metricsOf({})).toEqual({ host: '127.0.0.1', port: 9464, token: undefined });
    expect(metricsOf({ METRICS_PORT: '0' }).port).toBe(0);
    expect(metricsOf({ METRICS_PORT: 'off' }).port).toBeUndefined();
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnv({ ...secrets, CMS_PORT: '', REDIS_URL: '' }).cms.port).toBe(1337);
  });

  it.each([
    ['NODE_ENV', 'live'],
    ['GANGWAY_ROLE', 'webb'],
    ['LOG_LEVEL', 'loud'],
    ['STOP_GRACE_SECONDS', '0'],
    ['STOP_DELAY_SECONDS', '1m'],
    ['CONNECTIONS_MAX', '0'],
    ['METRICS_HOST', 'metrics.internal'],
    ['METRICS_PORT', 'on'],
    ['METRICS_PORT', '65536'],
    ['HOST', 'localhost:1337'],
    ['CMS_PORT', '70000'],
    ['CMS_PORT', '13e2'],
    ['CMS_URL', 'cms.internal'],
    ['PUBLIC_URL', 'ftp://tickets.example.org'],
    ['PUBLIC_URL', 'https://tickets.example.org/shop'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy'],
    ['RETURN_ORIGINS', 'https://example.org,shop'],
    ['RATE_LIMIT_TRUSTED', '10.0.0.0/33'],
    ['DATABASE_PORT', '-1'],
    ['DATABASE_POOL_MAX', '1'],
    ['FILES_DIR', 'pictures'],
    ['SANDBOX', 'maybe'],
    ['SANDBOX_PORT', '4400a'],
    ['SANDBOX_SMTP_PORT', '0'],
    ['STOREFRONT_URL', 'https://example.org/shop'],
    ['MAIL_FROM', 'Tickets tickets@example.org'],
    ['MAIL_FROM', 'Tickets <tickets@example.org> Bcc: x@example.org'],
    ['ADMIN_EMAIL', 'admin'],
    ['LOCALES', 'en,zh'],
    ['LOCALES', 'ru,xx'],
    ['LOCALES', 'ru,ru'],
  ] as const)('names %s=%s and says what to do', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name} is "${value}": ${variable(name).advice}.`]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://root@localhost/gangway'],
    ['DATABASE_URL', 'postgres://user:password@localhost'],
    ['APP_KEYS', longEnough],
    ['JWT_SECRET', 'short'],
    ['ADMIN_PASSWORD', 'password1'],
    ['API_TOKEN_SALT', 'toBeModified-toBeModified-toBeModified'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://localhost:6379/jobs'],
    ['SMTP_URL', 'https://user:password@mail.example.org'],
  ] as const)('refuses %s without showing its value', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([
      `${name} cannot be used as it is: ${variable(name).advice}.`,
    ]);
  });

  it('names every wrong variable at once', () => {
    expect(problemsOf({ CMS_PORT: 'x', SANDBOX: 'x', JWT_SECRET: undefined })).toEqual([
      'CMS_PORT is "x": give a number from 1 to 65535.',
      'SANDBOX is "x": use on or off.',
      'JWT_SECRET is not set: give at least 24 random characters without spaces.',
    ]);
  });
});

describe('a secret in a file', () => {
  it.each(variableNames.filter((name) => variable(name).secret))(
    '%s is read from the file that its _FILE names',
    (name) => {
      const value =
        {
          DATABASE_URL: 'postgres://user@host/gangway',
          SMTP_URL: 'smtp://host',
          REDIS_URL: 'redis://host:6379',
          PASS_CERTIFICATE: pem('CERTIFICATE'),
          PASS_KEY: pem('PRIVATE KEY'),
          PASS_AUTHORITY: pem('CERTIFICATE'),
          S3_SECRET_ACCESS_KEY: longEnough,
          METRICS_TOKEN: longEnough,
        }[name as string] ??
        secrets[name] ??
        '';
      withFile(`${value}\n`, (path) => {
        expect(problemsOf({ [name]: undefined, [`${name}_FILE`]: path })).toEqual([]);
      });
    },
  );

  it('is used without the line end', () => {
    withFile(`${'f'.repeat(40)}\n`, (path) => {
      const env = readEnv({ ...secrets, INTERNAL_TOKEN: undefined, INTERNAL_TOKEN_FILE: path });
      expect(env.internalToken).toBe('f'.repeat(40));
    });
  });

  it('that cannot be read is one sentence', () => {
    expect(problemsOf({ JWT_SECRET: undefined, JWT_SECRET_FILE: '/nowhere/secret' })).toEqual([
      'JWT_SECRET_FILE names "/nowhere/secret", which cannot be read: check the path and its permissions.',
    ]);
  });

  it('is refused when the variable itself is set too', () => {
    expect(problemsOf({ JWT_SECRET_FILE: '/nowhere/secret' })).toEqual([
      'JWT_SECRET and JWT_SECRET_FILE are both set: remove one of them.',
    ]);
  });
});

describe('a secret of a provider', () => {
  const name = 'PAYMENTS_TEST_2_API_TOKEN';
  const ofChannel = 'MESSAGES_SMS_TOKEN';

  it.each([name, ofChannel])(
    'is read by its name %s, also from a file, and is missing where nobody set it',
    (each) => {
      expect(readEnv(secrets).providerSecret(each)).toBeUndefined();
      expect(readEnv({ ...secrets, [each]: 'abc' }).providerSecret(each)).toBe('abc');
      withFile('abc\n', (path) => {
        expect(readEnv({ ...secrets, [`${each}_FILE`]: path }).providerSecret(each)).toBe('abc');
      });
    },
  );

  it('is one sentence when it cannot be read or is a demo secret in real sales', () => {
    const refused = (changes: EnvSource, sentence: string) =>
      expect(() => readEnv({ ...secrets, ...changes }).providerSecret(name)).toThrow(sentence);
    refused(
      { [name]: 'abc', [`${name}_FILE`]: '/x' },
      `${name} and ${name}_FILE are both set: remove one of them.`,
    );
    refused({ [`${name}_FILE`]: '/nowhere' }, `${name}_FILE names "/nowhere", which cannot be read`);
    for (const each of [name, ofChannel]) {
      const read = () => readEnv({ ...secrets, ...off, [each]: 'demo-abc' }).providerSecret(each);
      expect(read).toThrow(`${each} is a demo secret, which SANDBOX=off refuses`);
    }
  });

  it.each(['JWT_SECRET', 'PAYMENTS_', 'payments_x', 'NOTIFICATIONS_SMS_TOKEN'])(
    'is nothing that is called %s',
    (other) => {
      expect(() => readEnv(secrets).providerSecret(other)).toThrow(TypeError);
    },
  );
});

describe('where a buyer may be sent back to', () => {
  it('is the website, the back office and what the operator adds', () => {
    expect(readEnv(secrets).returnOrigins).toEqual(['http://localhost:4321', 'http://localhost:1337']);
    const RETURN_ORIGINS = 'https://a.example/,https://b.example:8443';
    const env = readEnv({ ...secrets, STOREFRONT_URL: 'https://a.example', RETURN_ORIGINS });
    expect(env.returnOrigins).toEqual([
      'https://a.example',
      'http://localhost:1337',
      'https://b.example:8443',
    ]);
  });
});

describe('the file .env', () => {
  afterEach(() => setEnvironment({ GANGWAY_ENV_FILE: 'off' }));

  it('fills what the environment does not say', () => {
    withFile(
      'CMS_PORT=8080\nPATH=/nowhere\nPUBLIC_URL="https://tickets.example.org" # where we are\n',
      (path) => {
        setEnvironment({ GANGWAY_ENV_FILE: path });
        const { CMS_PORT, PUBLIC_URL, PATH } = ownEnvironment();
        expect([CMS_PORT, PUBLIC_URL]).toEqual(['8080', 'https://tickets.example.org']);
        expect(PATH).not.toBe('/nowhere');
      },
    );
  });

  it('that is named must be there', () => {
    setEnvironment({ GANGWAY_ENV_FILE: '/nowhere/.env' });
    expect(() => ownEnvironment()).toThrow('GANGWAY_ENV_FILE names "/nowhere/.env", which cannot be read');
  });

  it('can be switched off', () => {
    setEnvironment({ GANGWAY_ENV_FILE: 'off' });
    expect(ownEnvironment()).toHaveProperty('GANGWAY_ENV_FILE', 'off');
  });
});

describe('SANDBOX=off', () => {
  const demo = `demo-${longEnough}`;

  it('refuses every demo secret', () => {
    const problems = problemsOf({ ...off, APP_KEYS: `${longEnough},${demo}`, JWT_SECRET: demo });
    expect(
      problems.map((problem) => problem.split(' is a demo secret, which SANDBOX=off refuses')[0]),
    ).toEqual(['APP_KEYS', 'JWT_SECRET']);
  });

  it('accepts secrets of the operator, and SANDBOX=on the demo ones', () => {
    expect(problemsOf({ ...off })).toEqual([]);
    expect(problemsOf({ SANDBOX: 'on', JWT_SECRET: demo })).toEqual([]);
  });

  it('asks for a mail server and a sender, which a demonstration has in the sandbox', () => {
    expect(problemsOf({ SANDBOX: 'off' })).toEqual([
      expect.stringMatching(/^SMTP_URL is not set, which SANDBOX=off needs: give an address such as smtps:/),
      expect.stringMatching(/^MAIL_FROM is not set, which SANDBOX=off needs: /),
    ]);
    expect(readEnv({ ...secrets, SANDBOX_SMTP_PORT: '4500' }).mail).toEqual({
      smtpUrl: 'smtp://127.0.0.1:4500',
      from: { name: 'Gangway', address: 'tickets@gangway.example' },
      smtpPort: 4500,
    });
    const { mail } = readEnv({ ...secrets, ...off });
    expect(mail).toMatchObject({ smtpUrl: off.SMTP_URL, from: { name: '', address: 'tickets@example.org' } });
  });

  it('refuses the demo shop, and takes a shop only from the operator', () => {
    const PAYMENTS_YOOKASSA_SECRET_KEY = `test_${demo}`;
    expect(problemsOf({ ...off, PAYMENTS_YOOKASSA_SECRET_KEY })).toEqual([
      expect.stringMatching(/^PAYMENTS_YOOKASSA_SECRET_KEY is a demo secret/),
    ]);
    expect(readEnv({ ...secrets, ...off }).yookassa).toMatchObject({
      shopId: undefined,
      url: 'https://api.yookassa.ru/v3',
    });
    const own = readEnv({ ...secrets, ...off, YOOKASSA_SHOP_ID: '506751' });
    expect(own.yookassa.shopId).toBe('506751');
  });

  it('trusts the proxies of the operator alone, SANDBOX=on also this machine', () => {
    const TRUSTED_PROXIES = '10.0.0.0/8';
    expect(readEnv({ ...secrets, ...off }).trustedProxies).toEqual([]);
    expect(readEnv({ ...secrets, ...off, TRUSTED_PROXIES }).trustedProxies).toEqual(['10.0.0.0/8']);
    expect(readEnv({ ...secrets, TRUSTED_PROXIES }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '127.0.0.1',
      '::1',
    ]);
  });

  it('refuses demo sellers with one sentence', () => {
    const sellers = ['Volna', 'Nebula'];
    const env = readEnv({ ...secrets, ...off });
    expect(demoSellersProblem({ env, sellers })).toMatch(
      /^SANDBOX=off refuses the demo sellers Volna, Nebula: /,
    );
    expect(demoSellersProblem({ env, sellers: [] })).toBeUndefined();
    expect(demoSellersProblem({ env: readEnv(secrets), sellers })).toBeUndefined();
  });
});
