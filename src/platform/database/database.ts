import pg from 'pg'
import { Problem } from '../problem.ts'
import { Heard } from './heard.ts'
import { readInstant } from './instants.ts'
import { Kept } from './kept.ts'
import type { Statement } from './query.ts'
import type { InstallationKeys } from '../vault/installation-keys.ts'
import { Vault } from '../vault/vault.ts'
import { loadDistrictKeys } from './district-keys.ts'
import type { Scope } from './scope.ts'
import { prepared } from './sending.ts'
import { Transaction } from './transaction.ts'

export { Transaction } from './transaction.ts'

// A calendar day stays the text the server sent: a Date would move it across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant)
// Counts fit a number; sums of money or audit positions are selected as text where they must be exact.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The server answers this to everything in a transaction in which something failed before. */
const isAborted = (error: unknown) => (error as { code?: string }).code === '25P02'

/** The server refuses a change whose row somebody else changed after it was read: house.next_version. */
const told = (error: unknown) =>
  (error as { code?: string }).code === 'TL409' ? new Problem('changed_meanwhile') : error

/** A pool of connections of one database role. */
export class Db {
  readonly pool: pg.Pool
  readonly #kept = new Kept()
  readonly #vault: Vault | undefined
  readonly #config: pg.PoolConfig
  readonly #heard = new Map<string, Heard>()

  /** @param keys of the installation: without them nothing sealed is read or written */
  constructor(config: pg.PoolConfig, keys?: InstallationKeys) {
    this.#vault = keys && new Vault(keys)
    this.#config = config
    this.pool = new pg.Pool({ max: 10, application_name: 'throughline', pipeline: true, ...config })
    // A connection that breaks is replaced at the next use, and whoever used it hears of it from what they
    // asked; without a listener it would end the process.
    this.pool.on('error', () => undefined)
    this.pool.on('connect', (client) => client.on('error', () => undefined))
  }

  /**
   * Runs the work in one transaction between the walls of the scope: commits when it returns, undoes when it
   * throws.
   * @param provided asks what must hold, behind the opening and beside the work: it is waited for before
   *   anything is committed, and what it throws counts before anything the work throws
   * @throws Problem changed_meanwhile when somebody else changed a row after it was read here
   */
  async transaction<T>(
    scope: Scope,
    work: (tx: Transaction) => T | Promise<T>,
    provided?: (tx: Transaction) => Promise<void>,
  ): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    try {
      if (this.#vault !== undefined) await loadDistrictKeys(client, this.#vault, scope.districtId)
      const tx = new Transaction(client, { scope, kept: this.#kept, vault: this.#vault })
      const holds = provided?.(tx)
      holds?.catch(() => undefined)
      try {
        const result = await work(tx)
        await holds
        await tx.commit()
        return result
      } catch (error) {
        await tx.undo().catch((cause: Error) => (broken = cause))
        await holds
        throw told(isAborted(error) ? await tx.cause(error) : error)
      }
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

  /** What is said on a channel, heard on one connection beside the pool. See Heard. */
  heard(channel: string): Heard {
    const heard = this.#heard.get(channel) ?? new Heard(this.#config, channel)
    this.#heard.set(channel, heard)
    return heard
  }

  async close(): Promise<void> {
    await Promise.all([...this.#heard.values()].map((each) => each.close()))
    await this.pool.end()
  }
}
