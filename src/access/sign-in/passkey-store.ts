import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

export type KnownPasskey = { id: string; login_id: string; public_key: Buffer }

/** One line of a person's own list of passkeys. */
export type ListedPasskey = {
  id: string
  label: string
  addedAt: Date
  usedAt: Date | null
  backedUp: boolean
  credentialId: Buffer
}

export const find = statement(
  ($: { credential: Buffer }) => sql<KnownPasskey>`
    select id, login_id, public_key from passkey where credential_id = ${$.credential}`,
)
export const list = statement(
  ($: { login: string }) => sql<ListedPasskey>`
    select id, label, added_at as "addedAt", used_at as "usedAt", backed_up as "backedUp",
      credential_id as "credentialId"
    from passkey where login_id = ${$.login} order by added_at, id`,
)
export const add = statement(
  ($: {
    id: string
    login: string
    credential: Buffer
    key: Buffer
    count: number
    backedUp: boolean
    label: string
    now: Date
  }) => sql`
    insert into passkey (id, login_id, credential_id, public_key, sign_count, backed_up, label, added_at)
    values (${$.id}, ${$.login}, ${$.credential}, ${$.key}, ${$.count}, ${$.backedUp}, ${$.label}, ${$.now})`,
)
export const remove = statement(
  ($: { login: string; id: string }) => sql`
    delete from passkey where login_id = ${$.login} and id = ${$.id}`,
)
/** Counts one use, unless the device counted back: then somebody copied it. */
export const use = statement(
  ($: { id: string; count: number; backedUp: boolean; now: Date }) => sql`
    update passkey set sign_count = ${$.count}, backed_up = ${$.backedUp}, used_at = ${$.now}
    where id = ${$.id} and (sign_count < ${$.count} or (sign_count = 0 and ${$.count} = 0))`,
)
export const spend = statement(
  ($: { hash: Buffer; endsAt: Date }) => sql`
    insert into spent_challenge (hash, ends_at) values (${$.hash}, ${$.endsAt}) on conflict do nothing`,
)
export const forgetSpent = statement(
  ($: { now: Date }) => sql`delete from spent_challenge where ends_at < ${$.now}`,
)
