import type { InstallationKeys } from './installation-keys.ts'
import type { Key } from './envelope.ts'
import { Held } from './held.ts'
import { type KeyPlace, unwrap, wrap, type Wrapped } from './wrapping.ts'

/** How long a process uses a key without looking again, in milliseconds. */
export const keyLife = 300_000
/** At most so many: a few megabytes. */
const mostKeys = 20_000
const mostDistricts = 500

export type DistrictKeys = { keys: Map<string, Key>; current: Key | undefined }
/**
 * A retired key opens what it sealed, and seals nothing any more. A destroyed one opens nothing: what it
 * sealed reads as removed.
 */
export type DataKey = Key & { owner: string; retired: boolean; destroyed: boolean }
export type WrappedDataKey = Wrapped & { owner: string }

/** The keys a process has unwrapped. They are nowhere but in its memory, for a bounded time and number. */
export class Vault {
  readonly #installation: InstallationKeys
  readonly #districts: Held<DistrictKeys>
  readonly #data: Held<DataKey>
  readonly #sealing: Held<DataKey>

  constructor(installation: InstallationKeys, life = keyLife) {
    this.#installation = installation
    this.#districts = new Held({ most: mostDistricts, milliseconds: life })
    this.#data = new Held({ most: mostKeys, milliseconds: life })
    this.#sealing = new Held({ most: mostKeys, milliseconds: life })
  }

  districtKeys(districtId: string): DistrictKeys | undefined {
    return this.#districts.get(districtId)
  }

  /** Takes in a district's keys as they lie in the database, the newest last. */
  learnDistrict(districtId: string, wrapped: readonly Wrapped[]): DistrictKeys {
    const place: KeyPlace = { table: 'district_key', districtId }
    const keys = wrapped.map((one) => unwrap(this.#installation.get(one.under), place, one))
    const known = { keys: new Map(keys.map((key) => [key.id, key])), current: keys.at(-1) }
    this.#districts.set(districtId, known)
    return known
  }

  wrapDistrictKey(districtId: string, key: Key): Wrapped {
    return wrap(this.#installation.current(), { table: 'district_key', districtId }, key)
  }

  forgetDistrict(districtId: string): void {
    this.#districts.delete(districtId)
  }

  dataKey(districtId: string, id: string): DataKey | undefined {
    return this.#data.get(`${districtId} ${id}`)
  }

  /** The key that seals for an owner now, if this process has one. */
  sealingKey(districtId: string, owner: string): DataKey | undefined {
    return this.#sealing.get(`${districtId} ${owner}`)
  }

  keepDataKey(districtId: string, key: DataKey): void {
    this.#data.set(`${districtId} ${key.id}`, key)
    const owner = `${districtId} ${key.owner}`
    if (!key.retired && this.#sealing.get(owner) === undefined) this.#sealing.set(owner, key)
  }

  /** Lets an owner's keys go: they were destroyed. */
  forgetOwner(districtId: string, owner: string, keys: readonly string[]): void {
    this.#sealing.delete(`${districtId} ${owner}`)
    for (const id of keys) this.#data.delete(`${districtId} ${id}`)
  }
}
