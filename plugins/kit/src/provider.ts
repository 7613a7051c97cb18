import type { z } from 'zod';
import type { Clock } from './clock.ts';
import type { Localized } from './locale.ts';

export type ProviderLog = Record<
  'debug' | 'info' | 'warn' | 'error',
  (facts: object, message: string) => void
>;

/** All that a provider is given of the house. `fetch` is guarded: time limit, no redirects. */
export type ProviderContext<Options, Secret extends string> = {
  /** The key of this instance: `yookassa`. */
  key: string;
  options: Options;
  secrets: Readonly<Record<Secret, string>>;
  log: ProviderLog;
  fetch: typeof fetch;
  clock: Pick<Clock, 'now'>;
  /** Where the outside world reaches the API, without a slash at the end. */
  publicUrl: string;
};

/** Whom it can serve; all where nothing is said. */
export type Served = {
  /** Countries of sellers, ISO 3166-1: `['RU']`. */
  countries?: readonly string[] | undefined;
  /** ISO 4217: `['RUB']`. */
  currencies?: readonly string[] | undefined;
};

export type ProviderSpec<Port, Schema extends z.ZodType, Secret extends string> = Served & {
  /** Lower case, digits and dashes; the key of an instance that is given none. */
  id: string;
  title: Localized;
  /** Optional verbs and properties that the hub may count on. */
  capabilities: readonly string[];
  options: Schema;
  /** Names of secrets; the hub reads them from `<KIND>_<KEY>_<NAME>`, as in `PAYMENTS_YOOKASSA_SECRET_KEY`. */
  secrets: readonly Secret[];
  open(context: ProviderContext<z.output<Schema>, Secret>): Port;
};

/** A provider as a list in `config/plugins.ts` holds it: nothing is checked and nothing runs until `openProviders`. */
export type ProviderInstance<Port = unknown> = {
  readonly provider: Omit<ProviderSpec<Port, z.ZodType, string>, 'open'> & {
    open(context: ProviderContext<never, string>): Port;
  };
  readonly key: string;
  readonly given: unknown;
};

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Makes a `defineXProvider` for one kind of port. */
export function providerKind<Port>() {
  return <Schema extends z.ZodType, const Secret extends string = never>(
    spec: ProviderSpec<Port, Schema, Secret>,
  ) => {
    if (!idPattern.test(spec.id))
      throw new TypeError(`Provider "${spec.id}": give an id such as "yookassa".`);
    return ({ key = spec.id, ...given }: z.input<Schema> & { key?: string }): ProviderInstance<Port> =>
      Object.freeze({ provider: spec as unknown as ProviderInstance<Port>['provider'], key, given });
  };
}

export type OpenProvider<Port> = Served & {
  key: string;
  id: string;
  title: Localized;
  capabilities: readonly string[];
  port: Port;
};

export type OpeningSettings<Port> = {
  instances: readonly ProviderInstance<Port>[];
  /** Prefix of the variables that hold the secrets: `PAYMENTS`. */
  prefix: string;
  /** The value of one variable of the environment, undefined when it is not set. */
  secret: (variable: string) => string | undefined;
  context: (key: string) => Omit<ProviderContext<never, string>, 'key' | 'options' | 'secrets'>;
};

/**
 * Checks options and secrets of every instance and opens it.
 * @throws Error with `operator: true`, one sentence per problem that says what to do
 */
export function openProviders<Port>(
  settings: OpeningSettings<Port>,
): ReadonlyMap<string, OpenProvider<Port>> {
  const { instances, prefix } = settings;
  const problems = [...doubles(instances), ...instances.flatMap((one) => problemsOf(one, settings))];
  if (problems.length > 0) {
    const code = `${prefix}_PROVIDERS`;
    throw Object.assign(new Error(problems.join('\n')), { code, operator: true as const });
  }
  return new Map(instances.map((instance) => [instance.key, opened(instance, settings)]));
}

/** `PAYMENTS`, `yookassa-2`, `secretKey` → `PAYMENTS_YOOKASSA_2_SECRET_KEY`. */
export function secretVariable({ prefix, key, name }: { prefix: string; key: string; name: string }): string {
  const words = `${key}-${name.replace(/[A-Z]/g, (letter) => `-${letter}`)}`;
  return `${prefix}_${words.replaceAll('-', '_').toUpperCase()}`;
}

function doubles(instances: readonly ProviderInstance[]): string[] {
  const keys = instances.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => `Two providers have the key "${key}": give one of them another key.`);
}

type Lookup = Pick<OpeningSettings<unknown>, 'prefix' | 'secret'>;

function problemsOf({ provider, key, given }: ProviderInstance, { prefix, secret }: Lookup): string[] {
  const parsed = provider.options.safeParse(given);
  const wrong = parsed.error?.issues.map(
    ({ path, message }) => `Provider "${key}", option ${path.join('.') || '(all)'}: ${message}.`,
  );
  const missing = provider.secrets
    .map((name) => secretVariable({ prefix, key, name }))
    .filter((variable) => !secret(variable))
    .map((variable) => `Provider "${key}" needs a secret: set ${variable}.`);
  return [...(wrong ?? []), ...missing];
}

function opened<Port>(instance: ProviderInstance<Port>, settings: OpeningSettings<Port>): OpenProvider<Port> {
  const { provider, key, given } = instance;
  const { prefix, secret, context } = settings;
  const named = (name: string) => [name, secret(secretVariable({ prefix, key, name })) ?? ''] as const;
  const secrets = Object.fromEntries(provider.secrets.map(named));
  const options = provider.options.parse(given) as never;
  const { id, title, capabilities, countries, currencies } = provider;
  const port = provider.open({ ...context(key), key, options, secrets });
  return { key, id, title, capabilities, countries, currencies, port };
}

export type ProviderFailure = Error & {
  readonly provider: 'refused' | 'unreachable';
  /** The other side's own code, as it came. */
  readonly code: string;
};

/** They answered no: nothing happened there, and asking the same again will not change it. */
export function providerRefused(code: string, message: string): ProviderFailure {
  return Object.assign(new Error(message), { provider: 'refused' as const, code });
}

/** No answer, or none that can be read: whether it happened is unknown, never taken for a no. */
export function providerUnreachable(message: string, { cause }: { cause?: unknown } = {}): ProviderFailure {
  const code = 'unreachable';
  return Object.assign(new Error(message, { cause }), { provider: 'unreachable' as const, code });
}

export function isProviderFailure(value: unknown): value is ProviderFailure {
  return value instanceof Error && 'provider' in value;
}

export const isRefusal = (value: unknown): boolean =>
  isProviderFailure(value) && value.provider === 'refused';
