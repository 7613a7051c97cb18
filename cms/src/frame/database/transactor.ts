import type { Connection } from './connection.ts';

/** What knex 3.0 calls a transaction: it has the connection, and says how things ended. */
export interface Transaction {
  trxClient: object;
  userParams?: object;
  begin(connection: Connection): Promise<unknown>;
  commit(connection: Connection, value?: unknown): Promise<unknown>;
  rollback(connection: Connection, error?: unknown): Promise<unknown>;
  isCompleted(): boolean;
  acquireConnection<T>(config: object, work: (connection: Connection) => Promise<T>): Promise<T>;
  _resolver(value?: unknown): void;
  _rejecter(error?: unknown): void;
  _evaluateContainer(config: object, container: Container): Promise<unknown>;
}

interface Client {
  emit(event: string, ...told: unknown[]): boolean;
  query(connection: Connection, asked: unknown): Promise<unknown>;
  stream(connection: Connection, asked: unknown, ...given: unknown[]): Promise<unknown>;
  queryBuilder(): { table(...given: unknown[]): unknown };
}

interface Context {
  client: Client;
  raw(...given: unknown[]): unknown;
  _transaction(container: unknown, options: object, outer?: Transaction): unknown;
}

/** knex itself, and each transactor: a function that begins a query, with verbs. */
export interface Knex {
  (table?: unknown, options?: unknown): unknown;
  client: Client;
  context: Context;
}

interface LightTransactor extends Knex {
  commit(value?: unknown): Promise<unknown>;
  rollback(error?: unknown): Promise<unknown>;
}

type Container = (transactor: LightTransactor) => unknown;

/**
 * What rooms are given as `trx`. knex writes some two hundred functions for each, half of all that a purchase leaves
 * for the collector; these find theirs at one that is shared. A transaction inside another one is left to knex.
 */
export function lightTransactors(knex: Knex): (transaction: Transaction) => void {
  const shared = {
    client: sharedClient(knex.client),
    verbs: sharedVerbs(knex),
    context: sharedContext(knex),
  };
  return (transaction) => {
    transaction._evaluateContainer = (config, container) =>
      transaction.acquireConnection(config, async (connection) => {
        const opened = { transaction, connection };
        const client = Object.assign(Object.create(shared.client) as Client, { opened });
        transaction.trxClient = client;
        const ended = new Promise((resolve, reject) =>
          Object.assign(transaction, { _resolver: resolve, _rejecter: reject }),
        );
        void transaction.begin(connection);
        const transactor = transactorOf(shared, { ...opened, client });
        run(container, Object.assign(transactor, { executionPromise: ended }));
        return ended;
      });
  };
}

/** Work that is waited for decides how it ends; who only takes the transactor ends it himself. */
function run(container: Container, transactor: LightTransactor): void {
  const work = begun(() => container(transactor));
  if (!isThenable(work)) return;
  Promise.resolve(work)
    .then((value) => transactor.commit(value))
    .catch((error: unknown) => transactor.rollback(error))
    .catch(() => undefined);
}

function begun(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error as Error);
  }
}

const isThenable = (answer: unknown): answer is PromiseLike<unknown> =>
  typeof (answer as PromiseLike<unknown> | undefined)?.then === 'function';

type Shared = { client: object; verbs: object; context: object };
type Opened = { transaction: Transaction; connection: Connection };

type OwnClient = Client & { opened: Opened };

/**
 * What knex copies from its client into that of each transaction, which has one connection, and nothing to say once the
 * transaction has ended. Statements are told to whom the client tells.
 */
function sharedClient(client: Client): object {
  const { version, config, driver, connectionSettings, valueForUndefined, logger } = client as Client &
    Record<string, unknown>;
  const { query, stream } = client;
  return Object.assign(Object.create(Object.getPrototypeOf(client) as object) as object, {
    ...{ version, config, driver, connectionSettings, valueForUndefined, logger },
    ...{ transacting: true, emit: client.emit.bind(client) },
    acquireConnection(this: OwnClient) {
      return Promise.resolve(this.opened.connection);
    },
    releaseConnection: () => Promise.resolve(),
    async query(this: OwnClient, ...given: Parameters<Client['query']>) {
      check(this.opened, given[0]);
      return query.apply(this, given);
    },
    async stream(this: OwnClient, ...given: Parameters<Client['stream']>) {
      check(this.opened, given[0]);
      return stream.apply(this, given);
    },
  });
}

function check({ transaction, connection }: Opened, given: Connection): void {
  if (given !== connection) throw new Error('Invalid connection for transaction query.');
  if (transaction.isCompleted())
    throw new Error('Transaction query already complete, run with DEBUG=knex:tx for more info');
}

/** `raw` of knex itself cannot be replaced; ours can. What listens to knex would hear every transaction for ever. */
function sharedVerbs(knex: Knex): object {
  function raw(this: Knex, ...given: unknown[]) {
    return this.context.raw(...given);
  }
  const on = { value: listenElsewhere };
  return Object.create(knex as object, {
    isTransaction: { value: true },
    raw: { value: raw, writable: true },
    ...{ on, once: on, addListener: on },
  }) as object;
}

function listenElsewhere(): never {
  throw new Error('A transaction tells nobody of its statements: listen to the connection.');
}

const sharedContext = (knex: Knex): object =>
  Object.assign(Object.create(knex.context) as object, {
    withUserParams: () => {
      throw new Error('Cannot set user params on a transaction.');
    },
  });

function transactorOf(shared: Shared, opened: Opened & { client: Client }): LightTransactor {
  const { transaction, connection, client } = opened;
  const context = Object.assign(Object.create(shared.context) as Context, {
    ...{ client, userParams: transaction.userParams ?? {} },
    transaction(this: Context, container?: unknown, options?: object) {
      return this._transaction(container, { doNotRejectOnRollback: true, ...options }, transaction);
    },
  });
  return speaking(shared.verbs, context, {
    commit: (value?: unknown) => transaction.commit(connection, value),
    rollback: (error?: unknown) => transaction.rollback(connection, error),
    savepoint: (container: unknown, options?: object) => context.transaction(container, options),
    isCompleted: () => transaction.isCompleted(),
  }) as LightTransactor;
}

/** Another one of the same transaction, with verbs of its own. Of a light one: knex' own hides some of its verbs. */
export function withVerbs<T extends object>(transactor: T, verbs: object): T {
  const { context } = transactor as unknown as Knex;
  return speaking(Object.getPrototypeOf(transactor) as object, context, { ...transactor, ...verbs }) as T;
}

/** Begins a query when it is called, as knex does. */
function speaking(verbs: object, context: Context, own: object): unknown {
  const begin = (...given: unknown[]) => {
    const builder = context.client.queryBuilder();
    return given[0] ? builder.table(...given) : builder;
  };
  return Object.assign(Object.setPrototypeOf(begin, verbs) as object, { context }, own);
}
