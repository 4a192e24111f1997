import { sql } from 'kysely'
import { type Prepared, statement } from '../database/query.ts'
import type { WrappedDataKey } from './vault.ts'
import type { Wrapped } from './wrapping.ts'

/** A data key as it lies in the database. */
export type KeyRow = WrappedDataKey & { retired: boolean }

const districtKeys = statement(
  ($: { district: string }) => sql<Wrapped>`
    select id, wrapped_under as under, wrapped as bytes from district_key
    where district_id = ${$.district} order by retired_at is null, made_at, id`,
)
/** Every key of a district. The newest that is not retired comes last. */
export const findDistrictKeys = (district: string): Prepared => districtKeys.with({ district })

const putDistrictKey = statement(
  ($: { district: string; id: string; under: string; bytes: Buffer }) => sql`
    insert into district_key (district_id, id, wrapped_under, wrapped) values (${$.district}, ${$.id}, ${$.under}, ${$.bytes})`,
)
export const addDistrictKey = (district: string, key: Wrapped): Prepared =>
  putDistrictKey.with({ district, ...key })

const dataKeys = statement(
  ($: { district: string; ids: readonly string[] }) => sql<KeyRow>`
    select id, owner_id as owner, district_key_id as under, wrapped as bytes, retired_at is not null as retired
    from data_key where district_id = ${$.district} and id = any(${$.ids}::uuid[])`,
)
export const findDataKeys = (district: string, ids: readonly string[]): Prepared =>
  dataKeys.with({ district, ids })

const ownKeys = statement(
  ($: { district: string; owners: readonly string[] }) => sql<KeyRow>`
    select distinct on (owner_id) id, owner_id as owner, district_key_id as under, wrapped as bytes, false as retired
    from data_key where district_id = ${$.district} and owner_id = any(${$.owners}::uuid[]) and retired_at is null
    order by owner_id, made_at, id`,
)
/** For each owner a key that seals, where there is one. */
export const findOwnKeys = (district: string, owners: readonly string[]): Prepared =>
  ownKeys.with({ district, owners })

const putDataKey = statement(
  ($: { district: string; id: string; owner: string; under: string; bytes: Buffer }) => sql`
    insert into data_key (district_id, id, owner_id, district_key_id, wrapped)
    values (${$.district}, ${$.id}, ${$.owner}, ${$.under}, ${$.bytes})`,
)
export const addDataKey = (district: string, key: WrappedDataKey): Prepared =>
  putDataKey.with({ district, ...key })
