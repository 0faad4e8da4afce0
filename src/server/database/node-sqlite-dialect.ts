/** Kysely over node:sqlite: one connection behind a queue, statements prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';

export const createNodeSqliteDialect = (database: DatabaseSync): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => createDriver(database),
  createIntrospector: (kysely: Kysely<unknown>) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

const createDriver = (database: DatabaseSync): Driver => {
  const connection = createConnection(database);
  const queue = createQueue();
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined);
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await queue.enter();
      return connection;
    },
    // IMMEDIATE: a transaction that will write says so at once, and never fails half-way because another one wrote.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    savepoint: (_connection, name) => run(`savepoint "${name}"`),
    rollbackToSavepoint: (_connection, name) => run(`rollback to "${name}"`),
    releaseSavepoint: (_connection, name) => run(`release "${name}"`),
    releaseConnection: async () => queue.leave(),
    destroy: async () => database.close(),
  };
};

const createConnection = (database: DatabaseSync): DatabaseConnection => {
  const statements = new Map<string, Prepared>();
  const prepared = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const made = { statement, answersRows: statement.columns().length > 0 };
    statements.set(sql, made);
    return made;
  };
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      const { statement, answersRows } = prepared(sql);
      const values = parameters as SQLInputValue[];
      if (answersRows) return { rows: statement.all(...values) as Row[] };
      const { changes } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes) };
    },
    streamQuery: () => {
      throw new Error('streaming is not used');
    },
  };
};

type Prepared = { readonly statement: StatementSync; readonly answersRows: boolean };

/** One at a time, in the order they came. */
const createQueue = () => {
  let taken = false;
  const waiting: (() => void)[] = [];
  return {
    enter: (): Promise<void> => {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
};
