import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened as sealed } from '#platform/vault/opened.ts'
import { threatOfTold } from './disclosures-store.ts'
import type { FamilyReader } from './family-readers.ts'
import { readsReports } from './policy.ts'

/** The consent a crossing rests on. */
type OnConsent = {
  basis: 'consent'
  direction: 'to_partner' | 'to_school'
  partnerName: string
  referralNumber: number
  grantorName: string
  relationship: string
  method: string
  givenAt: Date
  wordingVersion: string
  /** Whether 42 CFR Part 2 forbids whoever got it to pass it on. */
  partTwo: boolean
}
/** What was told without one: on which ground, and to whom. */
type OnException = {
  basis: 'health_safety_emergency' | 'mandated_report'
  direction: 'to_other'
  threat: string | null
  recipientName: string
  recipientOffice: string
}
/** One crossing as it is accounted for: what, between whom, on whose word or which ground, by whom. */
export type Crossed = (OnConsent | OnException) & {
  id: string
  at: Date
  items: string[]
  purpose: string
  byName: string | null
  byRole: string | null
}
type Asked = {
  district: string
  student: string
  after: string | null
  limit: number | null
  reports: boolean
  self: string | null
  readers: readonly FamilyReader[] | null
}
const crossed = statement(
  ($: Asked) => sql<Crossed>`
    select x.id, x.at, x.direction, x.items, x.purpose, x.basis, a.name as "partnerName", f.number as "referralNumber",
      c.grantor_name as "grantorName", c.relationship, c.method, c.given_at as "givenAt",
      c.wording_version as "wordingVersion", ${threatOfTold} as threat,
      ${sealed('consent_exception.recipient_name', 'e')} as "recipientName",
      ${sealed('consent_exception.recipient_office', 'e')} as "recipientOffice", p.name as "byName", x.made_as as "byRole",
      exists (select from partner_service t where t.district_id = x.district_id and t.partner_id = x.partner_id
        and t.kind = 'substance_use') as "partTwo"
    from disclosure x
    left join partner a on a.district_id = x.district_id and a.id = x.partner_id
    left join referral f on f.district_id = x.district_id and f.id = x.referral_id
    left join consent c on c.district_id = x.district_id and c.id = x.consent_id
    left join consent_exception e on e.district_id = x.district_id and e.id = x.exception_id
    left join person p on p.district_id = x.district_id and p.id = x.made_by
    where x.district_id = ${$.district} and x.student_id = ${$.student}
      and (${$.reports} or x.basis <> 'mandated_report' or x.made_by = ${$.self})
      and (${$.readers}::text[] is null or x.family_sees = any(${$.readers}::text[]))
      and (${$.after}::uuid is null or (x.at, x.id) <
      (select y.at, y.id from disclosure y where y.district_id = x.district_id and y.student_id = x.student_id and y.id = ${$.after}))
    order by x.at desc, x.id desc limit ${$.limit}`,
)

/**
 * What crossed about a student, the latest first. A report for a child's protection is among it for whoever
 * made or reviews it alone.
 * @param page.after the last crossing of the page before
 * @param page.limit how many at most; null for all of them
 * @param page.readers what these in the family may read; null for everything the school keeps
 */
export const crossedOf = (
  { tx, actor }: { tx: Transaction; actor: Actor },
  studentId: string,
  page: { after: string | null; limit: number | null; readers: readonly FamilyReader[] | null },
): Promise<Crossed[]> =>
  tx.all(crossed, {
    district: actor.districtId,
    student: studentId,
    ...page,
    reports: readsReports(actor),
    self: actor.personId,
  })

/** One time somebody opened a page about a student. */
export type Opened = {
  at: Date
  kind: 'read' | 'print' | 'export'
  /** The look: its module says which class of records was shown. */
  name: string
  personName: string | null
  role: string
  partnerName: string | null
  /** Whether it was read because they broke the glass. */
  brokeGlass: boolean
}
const opened = statement(
  ($: { district: string; student: string; reports: boolean }) => sql<Opened>`
    select e.at, e.kind, e.name, e.role, p.name as "personName", a.short_name as "partnerName",
      coalesce(e.detail ->> 'ground' = 'break_glass', false) as "brokeGlass"
    from audit_event e
    left join person p on p.district_id = e.district_id and p.id = e.person_id
    left join partner a on a.district_id = e.district_id and a.id = e.partner_id
    where e.district_id = ${$.district} and e.student_id = ${$.student} and e.kind in ('read', 'print', 'export')
      and (${$.reports} or e.subject_type <> 'consent_exception')
    order by e.at desc, e.id desc`,
)

/** Every time somebody opened a page about a student; of reports, for those who review them alone. */
export const openedOf = (
  { tx, actor }: { tx: Transaction; actor: Actor },
  studentId: string,
): Promise<Opened[]> =>
  tx.all(opened, { district: actor.districtId, student: studentId, reports: readsReports(actor) })

/** Somebody who met the student as one of several in a list. */
export type Listed = {
  name: string
  personName: string | null
  role: string
  partnerName: string | null
  times: number
  lastAt: Date
}
const listings = statement(
  ($: { district: string; student: string }) => sql<Listed>`
    select l.name, p.name as "personName", l.role, a.short_name as "partnerName", l.times, l.last_at as "lastAt"
    from house.listings_of(${$.student}::uuid, '-infinity') l
    left join person p on p.district_id = ${$.district} and p.id = l.person_id
    left join partner a on a.district_id = ${$.district} and a.id = l.partner_id
    order by l.last_at desc, l.name, l.role, p.name`,
)

/** Who met the student in lists that stayed in the house: in which, how often and when last. */
export const listingsOf = (tx: Transaction, studentId: string): Promise<Listed[]> =>
  tx.all(listings, { district: tx.scope.districtId, student: studentId })
