import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type Guide, guideRoles } from './terms.ts'

/** Somebody who works by a guide, and until when they were trained in the version in force. */
export type Trained = {
  readonly personId: string
  readonly name: string
  readonly role: Role
  readonly agency: string | null
  readonly trainedOn: string | null
  readonly endsOn: string | null
}

type Asked = {
  district: string
  terms: string
  roles: readonly string[]
  on: string
  partner: string | null
  person: string | null
}
const holders = ($: Asked) => sql`
  select distinct on (p.id) p.id as "personId", p.name, a.role, r.short_name as agency,
    (k.acknowledged_at at time zone d.time_zone)::date::text as "trainedOn", k.ends_on as "endsOn"
  from assignment a
  join district d on d.district_id = a.district_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  left join lateral (select x.acknowledged_at, x.ends_on from acknowledgement x
    where x.district_id = p.district_id and x.person_id = p.id and x.terms_id = ${$.terms} and x.ends_on >= ${$.on}::date
    order by x.ends_on desc, x.id desc limit 1) k on true
  where a.district_id = ${$.district} and a.role = any(${$.roles}::text[]) and p.ended_at is null and a.ended_at is null
    and (r.id is null or r.ended_at is null) and (${$.partner}::uuid is null or a.partner_id = ${$.partner})
    and (${$.person}::uuid is null or p.id = ${$.person})
    and a.starts_on <= ${$.on}::date and (a.ends_on is null or a.ends_on >= ${$.on}::date)
  order by p.id, a.starts_on, a.id`

const listed = statement(
  ($: Asked & { from: number; limit: number }) => sql<Trained>`
    select * from (${holders($)}) held order by "endsOn" nulls first, name, "personId" offset ${$.from} limit ${$.limit}`,
)
const counted = statement(
  ($: Asked) => sql<{ all: number; trained: number }>`
    select count(*)::int as all, count("endsOn")::int as trained from (${holders($)}) held`,
)

/** The version in force of a guide, on a day; of one agency or one person where they are named. */
type Of = {
  guide: Guide
  termsId: string
  on: string
  partnerId?: string | undefined
  personId?: string | undefined
}
const askedOf = (tx: Transaction, { guide, termsId, on, partnerId, personId }: Of): Asked => ({
  district: tx.scope.districtId,
  terms: termsId,
  roles: guideRoles[guide],
  on,
  partner: partnerId ?? null,
  person: personId ?? null,
})

/**
 * Whoever works by a guide: who was not trained in this version first [R166] [R172]. An agency reads what its
 * people acknowledged nowhere but of themselves.
 */
export const trainedIn = (
  tx: Transaction,
  { from, limit, ...of }: Of & { from: number; limit: number },
): Promise<Trained[]> => tx.all(listed, { ...askedOf(tx, of), from, limit })

/** How many work by a guide, and how many of them were trained in this version. */
export const countTrained = (tx: Transaction, of: Of): Promise<{ all: number; trained: number }> =>
  tx.one(counted, askedOf(tx, of))
