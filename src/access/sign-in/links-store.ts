import { sql } from 'kysely'
import { statement } from '#platform/database/query.ts'

type Common = { id: string; expires_at: Date }
export type Invitation = Common & {
  kind: 'invitation'
  district_id: string
  person_id: string
  login_id: null
}
export type NewPasswordLink = Common & {
  kind: 'new_password'
  district_id: null
  person_id: null
  login_id: string
}
export type NewAddressLink = Common & {
  kind: 'new_address'
  district_id: null
  person_id: null
  login_id: string
  new_address: string
}
export type SecondStepLink = Common & {
  kind: 'second_step'
  district_id: null
  person_id: null
  login_id: string
}
export type Link = Invitation | NewPasswordLink | NewAddressLink | SecondStepLink
export type LinkKind = Link['kind']

const columns = sql.raw('id, kind, district_id, person_id, login_id, new_address, expires_at')

export const addInvitation = statement(
  ($: { id: string; district: string; person: string; now: Date; until: Date }) => sql`
    with older as (
      update link set used_at = ${$.now}
      where district_id = ${$.district} and person_id = ${$.person} and used_at is null
    )
    insert into link (id, kind, district_id, person_id, created_at, expires_at)
    values (${$.id}, 'invitation', ${$.district}, ${$.person}, ${$.now}, ${$.until})`,
)
export const addForLogin = statement(
  ($: {
    id: string
    kind: LinkKind
    login: string
    newAddress: string | null
    now: Date
    until: Date
  }) => sql`
    with older as (
      update link set used_at = ${$.now}
      where login_id = ${$.login} and kind = ${$.kind} and used_at is null
    )
    insert into link (id, kind, login_id, new_address, created_at, expires_at)
    values (${$.id}, ${$.kind}, ${$.login}, ${$.newAddress}, ${$.now}, ${$.until})`,
)
export const address = statement(
  ($: { id: string; hash: Buffer; until: Date; openSince: Date; now: Date }) => sql<Link>`
    update link set token_hash = ${$.hash}, expires_at = ${$.until}
    where id = ${$.id} and used_at is null
      and (expires_at > ${$.now} or (kind = 'invitation' and created_at > ${$.openSince}))
    returning ${columns}`,
)
export const read = statement(
  ($: { kind: LinkKind; hash: Buffer; now: Date }) => sql<Link>`
    select ${columns} from link
    where token_hash = ${$.hash} and kind = ${$.kind} and used_at is null and expires_at > ${$.now}`,
)
export const open = statement(
  ($: { hash: Buffer; openSince: Date }) => sql<Invitation>`
    select ${columns} from link
    where token_hash = ${$.hash} and kind = 'invitation' and used_at is null and created_at > ${$.openSince}`,
)
export const use = statement(
  ($: { id: string; now: Date }) => sql`
    update link set used_at = ${$.now} where id = ${$.id} and used_at is null and expires_at > ${$.now}`,
)
export const putBack = statement(
  ($: { id: string }) => sql`update link set used_at = null where id = ${$.id}`,
)
export const forgetOld = statement(
  ($: { before: Date }) => sql`delete from link where expires_at < ${$.before}`,
)
