import pg from 'pg'
import { type Buildable, type Prepared, query, Statement } from './query.ts'
import { opening, type Scope } from './scope.ts'

// A calendar day stays the text the server sent: a Date would move it across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts fit a number; sums of money or audit positions are selected as text where they must be exact.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

type Runnable<Row> = Buildable<Row> | Prepared

const prepared = (what: Runnable<unknown>): { text: string; values: unknown[]; name?: string } => {
  if (!('compile' in what)) return what
  const { sql, parameters } = what.compile(query)
  return { text: sql, values: [...parameters] }
}

/** One open transaction. Statements run in the order they are called, between the walls of its scope. */
export class Transaction {
  readonly #client: pg.PoolClient
  readonly #asked = new Map<unknown, Promise<unknown>>()
  readonly scope: Scope

  constructor(client: pg.PoolClient, scope: Scope) {
    this.#client = client
    this.scope = scope
  }

  all<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row[]>
  all<Row>(what: Runnable<Row>): Promise<Row[]>
  async all(what: Runnable<unknown> | Statement<object, unknown>, values: object = {}): Promise<unknown[]> {
    const runnable = what instanceof Statement ? what.with(values) : what
    const { rows } = await this.#client.query(prepared(runnable))
    return rows
  }

  /** The only row, or undefined when there is none. */
  maybe<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row | undefined>
  maybe<Row>(what: Runnable<Row>): Promise<Row | undefined>
  async maybe(what: Runnable<unknown> | Statement<object, unknown>, values: object = {}): Promise<unknown> {
    const rows = await this.all(what as Statement<object, unknown>, values)
    return rows[0]
  }

  /** The only row. @throws when there is none: use it where absence is a defect, not an answer */
  one<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row>
  one<Row>(what: Runnable<Row>): Promise<Row>
  async one(what: Runnable<unknown> | Statement<object, unknown>, values: object = {}): Promise<unknown> {
    const row = await this.maybe(what as Statement<object, unknown>, values)
    if (row === undefined) throw new Error('A row that must exist was not found')
    return row
  }

  /** Runs a change and answers how many rows it touched. */
  run<V extends object>(what: Statement<V, unknown>, values: V): Promise<number>
  run(what: Runnable<unknown>): Promise<number>
  async run(what: Runnable<unknown> | Statement<object, unknown>, values: object = {}): Promise<number> {
    const runnable = what instanceof Statement ? what.with(values) : what
    const { rowCount } = await this.#client.query(prepared(runnable))
    return rowCount ?? 0
  }

  /**
   * Asks once for something that does not change within a transaction, such as the calendar or the standards
   * in force.
   * @param what names the question: the same one gets the same answer until the transaction ends
   */
  once<T>(what: unknown, ask: () => Promise<T>): Promise<T> {
    const before = this.#asked.get(what)
    if (before !== undefined) return before as Promise<T>
    const answer = ask()
    this.#asked.set(what, answer)
    return answer
  }

  /** The connection itself, for COPY and other things that are not queries. Used by bulk loading only. */
  get connection(): pg.PoolClient {
    return this.#client
  }
}

/** A pool of connections of one database role. */
export class Db {
  readonly pool: pg.Pool

  constructor(config: pg.PoolConfig) {
    this.pool = new pg.Pool({ max: 10, application_name: 'throughline', ...config })
    // An idle connection that breaks is replaced at the next use; without a listener it would end the
    // process.
    this.pool.on('error', () => undefined)
  }

  /**
   * Runs the work in one transaction between the walls of the scope: commits when it returns, undoes when it
   * throws.
   */
  async transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    try {
      await client.query(opening(scope))
      const result = await work(new Transaction(client, scope))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause))
      throw error
    } finally {
      client.release(broken)
    }
  }

  /**
   * Asks one question outside any walls: only for functions that answer who somebody is, before walls can
   * stand.
   */
  async ask<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row[]> {
    const { rows } = await this.pool.query(prepared(what.with(values)))
    return rows as Row[]
  }

  close(): Promise<void> {
    return this.pool.end()
  }
}
