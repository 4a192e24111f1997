import { type SealedTable, sealedTable } from '#database/sealed.ts'
import type { Prepared } from '../database/query.ts'
import { newId } from '../ids.ts'
import {
  type Key,
  keyIdOf,
  newKeyBytes,
  openBytes,
  type Place,
  sealBytes,
  sealText,
  sealedBytes,
} from './envelope.ts'
import {
  addDataKey,
  addDistrictKey,
  findDataKeys,
  findDistrictKeys,
  findOwnKeys,
  type KeyRow,
} from './key-store.ts'
import { type Answered, answered, visitTexts } from './opened.ts'
import { isRemoved, removedAs } from './removed.ts'
import type { DataKey, DistrictKeys, Vault } from './vault.ts'
import { type Wrapped, unwrap, wrap } from './wrapping.ts'

/** Which row, and whose: the owner of its key, or null where that is the district itself. */
export type SealedRow = { row: string; of: string | null }

type Connection = {
  /** Sends a change whose answer nobody waits for. */
  write(what: Prepared): void
  ask(what: Prepared): Promise<unknown[]>
}

/** How a field of a column is called in the code. */
const fieldOf = (column: string) => column.replace(/_[a-z]/g, (letters) => letters.slice(1).toUpperCase())

/**
 * What one transaction seals and opens. A key that is missing for sealing is made here, sent with the
 * statement that needs it, and known to the process only once the transaction has held: a key nobody keeps
 * opens nothing.
 */
export class Sealing {
  readonly #vault: Vault
  readonly #districtId: string
  readonly #connection: Connection
  readonly #made = new Map<string, DataKey>()
  readonly #destroyed: { owner: string; keys: readonly string[] }[] = []
  #madeDistrictKey: Key | undefined

  constructor(vault: Vault, districtId: string, connection: Connection) {
    this.#vault = vault
    this.#districtId = districtId
    this.#connection = connection
  }

  /** The transaction has held: what was made in it may be used by all. */
  held(): void {
    if (this.#madeDistrictKey !== undefined) this.#vault.forgetDistrict(this.#districtId)
    for (const key of this.#made.values()) this.#vault.keepDataKey(this.#districtId, key)
    for (const { owner, keys } of this.#destroyed) this.#vault.forgetOwner(this.#districtId, owner, keys)
  }

  /** These keys of an owner are destroyed with this transaction: when it has held, they are let go. */
  destroyed(owner: string, keys: readonly string[]): void {
    this.#destroyed.push({ owner, keys })
  }

  /** A row's values, those of sealed columns sealed. Fields are named in camel case, or as columns are. */
  values<V extends object>(table: SealedTable, at: SealedRow, values: V): V {
    const sealed = { ...values } as Record<string, unknown>
    for (const [column, kind] of Object.entries(sealedTable(table).columns)) {
      const field = column in sealed ? column : fieldOf(column)
      const plain = sealed[field]
      if (plain === null || plain === undefined) continue
      const text = kind === 'json' ? JSON.stringify(plain) : (plain as string)
      const closed = sealText(this.#keyFor(at.of), this.#place(table, column, at.row), text)
      sealed[field] = kind === 'json' ? JSON.stringify(closed) : closed
    }
    return sealed as V
  }

  /** Seals one value as it lies in the database. */
  value(
    { table, column, row, of }: SealedRow & { table: SealedTable; column: string },
    plain: Buffer,
  ): Buffer {
    return sealBytes(this.#keyFor(of), this.#place(table, column, row), plain)
  }

  /** The key something was sealed under. @throws when it is not here */
  async keyOf(sealed: Buffer): Promise<DataKey> {
    await this.#learn([sealed])
    return this.#key(sealed)
  }

  /**
   * @returns nothing at all, an empty buffer, where it was removed
   * @throws when it was sealed for another place, was changed, or was never sealed
   */
  async opened(at: { table: SealedTable; column: string; row: string }, sealed: Buffer): Promise<Buffer> {
    if (isRemoved(sealed)) return sealed
    await this.#learn([sealed])
    if (this.#key(sealed).destroyed) return Buffer.alloc(0)
    return openBytes(this.#key(sealed), this.#place(at.table, at.column, at.row), sealed)
  }

  /** Opens what a statement answered for sealed columns, in place. @throws as above */
  async open(rows: unknown[]): Promise<void> {
    const found: { answer: Answered; sealed: Buffer; put: (value: unknown) => void }[] = []
    visitTexts(rows, (text, put) => {
      const answer = answered(text)
      if (answer === undefined) return
      if (isRemoved(answer.sealed)) put(removedAs(answer))
      else found.push({ answer, sealed: sealedBytes(answer.sealed), put })
    })
    await this.#learn(found.map(({ sealed }) => sealed))
    for (const { answer, sealed, put } of found) {
      const key = this.#key(sealed)
      const place = this.#place(answer.table, answer.column, answer.row)
      const plain = key.destroyed ? undefined : openBytes(key, place, sealed).toString()
      put(plain === undefined ? removedAs(answer) : answer.json ? JSON.parse(plain) : plain)
    }
  }

  #place(table: string, column: string, row: string): Place {
    return { table, column, row, districtId: this.#districtId }
  }

  #known(id: string): DataKey | undefined {
    return this.#vault.dataKey(this.#districtId, id) ?? [...this.#made.values()].find((key) => key.id === id)
  }

  #key(sealed: Buffer): DataKey {
    const key = this.#known(keyIdOf(sealed))
    if (key === undefined) throw new Error('A text was sealed under a key that is not here')
    return key
  }

  #keyFor(of: string | null): DataKey {
    const owner = of ?? this.#districtId
    const known = this.#vault.sealingKey(this.#districtId, owner) ?? this.#made.get(owner)
    if (known !== undefined) return known
    const key = { id: newId(), bytes: newKeyBytes(), owner, retired: false, destroyed: false }
    const wrapped = wrap(this.#above(), { table: 'data_key', districtId: this.#districtId, owner }, key)
    this.#connection.write(addDataKey(this.#districtId, { ...wrapped, owner }))
    this.#made.set(owner, key)
    return key
  }

  /** The district's key that wraps new ones: made here for a district that has none yet. */
  #above(): Key {
    const known = this.#vault.districtKeys(this.#districtId)?.current ?? this.#madeDistrictKey
    if (known !== undefined) return known
    this.#madeDistrictKey = { id: newId(), bytes: newKeyBytes() }
    const wrapped = this.#vault.wrapDistrictKey(this.#districtId, this.#madeDistrictKey)
    this.#connection.write(addDistrictKey(this.#districtId, wrapped))
    return this.#madeDistrictKey
  }

  /** Fetches the keys of some sealed bytes that this process does not hold. */
  async #learn(all: Buffer[]): Promise<void> {
    const ids = [...new Set(all.map(keyIdOf))].filter((id) => this.#known(id) === undefined)
    if (ids.length === 0) return
    await this.#take(findDataKeys(this.#districtId, ids))
  }

  /** Fetches the keys some owners have, so that none is made beside them: for sealing many rows at once. */
  async prefer(owners: readonly string[]): Promise<void> {
    const unknown = owners.filter((owner) => this.#vault.sealingKey(this.#districtId, owner) === undefined)
    if (unknown.length > 0) await this.#take(findOwnKeys(this.#districtId, unknown))
  }

  async #take(what: Prepared): Promise<void> {
    const rows = (await this.#connection.ask(what)) as KeyRow[]
    for (const row of rows) {
      const { owner, retired } = row
      const place = { table: 'data_key', districtId: this.#districtId, owner } as const
      const destroyed = isRemoved(row.bytes)
      const key = destroyed ? row : unwrap(await this.#districtKey(row.under), place, row)
      this.#vault.keepDataKey(this.#districtId, { id: key.id, bytes: key.bytes, owner, retired, destroyed })
    }
  }

  async #districtKey(id: string): Promise<Key> {
    if (this.#madeDistrictKey?.id === id) return this.#madeDistrictKey
    const known = this.#vault.districtKeys(this.#districtId)?.keys.get(id)
    const key = known ?? (await this.#learnDistrict()).keys.get(id)
    if (key === undefined) throw new Error('A key was wrapped under a key that is not here')
    return key
  }

  async #learnDistrict(): Promise<DistrictKeys> {
    const rows = (await this.#connection.ask(findDistrictKeys(this.#districtId))) as Wrapped[]
    return this.#vault.learnDistrict(this.#districtId, rows)
  }
}
