import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

/** What somebody is told was changed about their sign-in. */
export type About =
  | 'password'
  | 'second_step'
  | 'recovery_codes'
  | 'address_asked'
  | 'address_left'
  | 'address_new'
  | 'passkey_added'
  | 'passkey_removed'
  | 'second_step_asked'
  | 'second_step_removed'

/** A letter that says so, and where it goes. */
export type Notice = { id: string; address: string; about: About; language: string }

export const add = statement(
  ($: Notice & { now: Date }) => sql`
    insert into notice (id, address, about, language, created_at)
    values (${$.id}, ${$.address}, ${$.about}, ${$.language}, ${$.now})`,
)
export const take = statement(
  ($: { now: Date; before: Date }) => sql<Notice>`
    update notice set taken_at = ${$.now}
    where id in (select id from notice where taken_at is null or taken_at < ${$.before} for update skip locked)
    returning id, address, about, language`,
)
export const sent = statement(($: { id: string }) => sql`delete from notice where id = ${$.id}`)
export const release = statement(
  ($: { id: string }) => sql`update notice set taken_at = null where id = ${$.id}`,
)
export const forgetOld = statement(
  ($: { before: Date }) => sql`delete from notice where created_at < ${$.before}`,
)
