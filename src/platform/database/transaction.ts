import type pg from 'pg'
import type { SealedTable } from '#database/sealed.ts'
import { asksForSealed } from '../vault/opened.ts'
import { type SealedRow, Sealing } from '../vault/sealing.ts'
import type { Vault } from '../vault/vault.ts'
import { Asked } from './asked.ts'
import type { Kept } from './kept.ts'
import { type Prepared, Statement } from './query.ts'
import { opening, type Scope } from './scope.ts'
import { gathering, prepared, type Runnable, type Sendable } from './sending.ts'

type Around = { scope: Scope; kept: Kept; vault: Vault | undefined }

/**
 * One open transaction. Statements run in their order, between the walls of its scope, and are sent at once:
 * questions asked together (Promise.all) cost one round trip.
 */
export class Transaction {
  readonly #client: pg.PoolClient
  readonly #gather: () => void
  readonly #asked = new Asked()
  /** What went out and nobody waited for yet, first first. */
  readonly #sent: Promise<unknown>[] = []
  readonly #kept: Kept
  readonly #opening: string
  readonly #sealing: Sealing | undefined
  readonly #aheadOfNeed: Promise<unknown>[] = []
  #opened = false
  #ended = false
  readonly scope: Scope
  /** Whether the process was given keys. */
  readonly seals: boolean

  /** Stands between the walls of the scope. The first statement opens it, and goes out behind the opening. */
  constructor(client: pg.PoolClient, { scope, kept, vault }: Around) {
    this.#client = client
    this.#kept = kept
    this.scope = scope
    this.#gather = gathering(client)
    this.#opening = opening(scope)
    this.seals = vault !== undefined
    this.#sealing =
      vault &&
      new Sealing(vault, scope.districtId, {
        write: (what) => this.write(what),
        ask: async (what) => (await this.#query(what)).rows,
      })
  }

  #open(): void {
    if (this.#opened) return
    this.#opened = true
    this.#gather()
    void this.#keep(this.#client.query(this.#opening))
  }

  /** Sends a statement behind what was sent before; none when the connection may be somebody else's again. */
  #query(what: string | Sendable): Promise<pg.QueryResult> {
    if (this.#ended) throw new Error('The transaction had ended before this was asked')
    this.#open()
    this.#gather()
    return this.#client.query(what as Sendable)
  }

  /** Sends something nobody waits for yet. */
  #post(what: string | Sendable): Promise<pg.QueryResult> {
    return this.#keep(this.#query(what))
  }

  /** Remembers what is under way until the commit; an error without a listener would end the process. */
  #keep<T>(underWay: Promise<T>): Promise<T> {
    underWay.catch(() => undefined)
    this.#sent.push(underWay)
    return underWay
  }

  /**
   * Sends a change whose answer nobody needs before the end. When the server refuses it, the transaction is
   * undone at its commit, and that refusal is what it throws.
   */
  write<V extends object>(what: Statement<V, unknown>, values: V): void
  write(what: Prepared): void
  write(what: Prepared | Statement<object, unknown>, values: object = {}): void {
    void this.#post(prepared(what instanceof Statement ? what.with(values) : what))
  }

  /** @throws the first refusal of what was sent; the server then undid everything */
  async commit(): Promise<void> {
    // An answer in two steps asks the second once it has the first: after the commit it would ask outside.
    await Promise.all(this.#aheadOfNeed)
    const ended = this.#opened ? this.#post('commit') : undefined
    this.#ended = true
    if (ended === undefined) return
    await Promise.all(this.#sent)
    // A statement that failed and was forgotten would make this a silent undoing.
    if ((await ended).command !== 'COMMIT') throw new Error('The server undid what was to be committed')
    this.#sealing?.held()
  }

  /** Undoes what was sent. @throws when the connection is broken */
  async undo(): Promise<void> {
    this.#ended = true
    if (this.#opened) await this.#client.query('rollback')
  }

  /** What went wrong first, where a statement only failed because an earlier one had. */
  async cause(thrown: unknown): Promise<unknown> {
    const ends = await Promise.allSettled(this.#sent)
    const [first] = ends.filter((end) => end.status === 'rejected')
    return first === undefined ? thrown : first.reason
  }

  all<V extends object, Row>(what: Statement<V, Row>, values: V): Promise<Row[]>
  all<Row>(what: Runnable<Row>): Promise<Row[]>
  async all(what: Runnable<unknown> | Statement<object, unknown>, values: object = {}): Promise<unknown[]> {
    const runnable = what instanceof Statement ? what.with(values) : what
    const sendable = prepared(runnable)
    const { rows } = await this.#query(sendable)
    if (asksForSealed(sendable.text)) await this.sealing.open(rows)
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
    const { rowCount } = await this.#query(prepared(runnable))
    return rowCount ?? 0
  }

  /**
   * Asks once: the same question gets the same answer until the transaction ends, or its topic is forgotten.
   * @param topic what the answer is about, such as the calendar; whoever changes that forgets the topic
   */
  once<T>(topic: string, about: string, ask: () => Promise<T>): Promise<T> {
    return this.#asked.once(topic, about, ask)
  }

  /**
   * Asks once for each revision of the district: for what changes a few times a year and is needed by every
   * act. Whoever changes it forgets the topic first, and then reads what stands in this transaction.
   */
  kept<T>(topic: string, ask: () => Promise<T>): Promise<T> {
    return this.once(topic, '', () => {
      const { districtId, side, revision } = this.scope
      if (revision === undefined || this.#asked.changes(topic)) return ask()
      return this.#kept.get(`${districtId} ${side} ${topic}`, revision, ask)
    })
  }

  /** From here on statements are planned once, not for their values: for what is longer planned than read. */
  planOnce(): void {
    void this.#post('set local plan_cache_mode = force_generic_plan')
  }

  /** Asks before there is a need. An answer that fails undoes the transaction, needed or not. */
  ahead(...answers: Promise<unknown>[]): void {
    for (const answer of answers) this.#aheadOfNeed.push(this.#keep(answer))
  }

  /** Lets the answers to a topic go: this transaction is changing what they were about. */
  forget(topic: string): void {
    this.#asked.forget(topic)
  }

  /** Seals and opens between these walls. @throws where the process was given no keys */
  get sealing(): Sealing {
    if (this.#sealing === undefined) throw new Error('There are no keys here to seal or open with')
    return this.#sealing
  }

  /** A row's values with those of its sealed columns sealed: what a store writes. See database/sealed.ts. */
  sealed<V extends object>(table: SealedTable, at: SealedRow, values: V): V {
    return this.sealing.values(table, at, values)
  }

  /** The connection itself, for COPY and other things that are not queries. Used by bulk loading only. */
  get connection(): pg.PoolClient {
    this.#open()
    return this.#client
  }
}
