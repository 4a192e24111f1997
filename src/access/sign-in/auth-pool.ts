import pg from 'pg'
import type { Statement } from '#platform/database/query.ts'

const settings = '-c search_path=auth -c statement_timeout=10s -c lock_timeout=5s'

/**
 * The few connections of the sign-in role. It reaches the schema auth and two questions about people, nothing
 * else.
 */
export class AuthPool {
  readonly pool: pg.Pool

  constructor(config: pg.PoolConfig) {
    this.pool = new pg.Pool({ max: 6, application_name: 'throughline sign-in', ...config, options: settings })
    // An idle connection that breaks is replaced at the next use; without a listener it would end the
    // process.
    this.pool.on('error', () => undefined)
  }

  async all<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row[]> {
    const { rows } = await this.pool.query(what.with(values))
    return rows as Row[]
  }

  async maybe<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row | undefined> {
    const rows = await this.all(what, values)
    return rows[0]
  }

  /** Runs a change and answers how many rows it touched. */
  async run<V extends object>(what: Statement<V, unknown>, values: V): Promise<number> {
    const { rowCount } = await this.pool.query(what.with(values))
    return rowCount ?? 0
  }

  close(): Promise<void> {
    return this.pool.end()
  }
}
