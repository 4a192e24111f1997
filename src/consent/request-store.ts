import { type RawBuilder, sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Scope } from './consent.ts'
import type { BesideReason, ConsentRequest, FamilyContact, RequestWay } from './request.ts'

/**
 * Whether an answer is still waited for, as a condition for SQL: nobody answered since for this agency, and
 * the link was not taken back, replaced, guessed or unsendable.
 * @param q the alias of a row of `consent_request`
 */
export const stillAsked = (q: string): RawBuilder<boolean> => sql<boolean>`
  (not exists (select from consent a where a.district_id = ${sql.ref(`${q}.district_id`)}
      and a.referral_id = ${sql.ref(`${q}.referral_id`)} and a.partner_id = ${sql.ref(`${q}.partner_id`)}
      and a.given_at >= ${sql.ref(`${q}.asked_at`)})
    and not exists (select from family_link l where l.district_id = ${sql.ref(`${q}.district_id`)}
      and l.id = ${sql.ref(`${q}.link_id`)} and l.closed_at is not null))`

type NewRequest = {
  referralId: string
  studentId: string
  partnerId: string
  caregiverId: string
  way: RequestWay
  scopes: readonly Scope[]
  linkId: string | null
  dueAt: Date
  besideId: string | null
  besideBecause: BesideReason | null
}
const add = statement(
  ($: NewRequest & { district: string; id: string; by: string; at: Date }) => sql`
    insert into consent_request (district_id, id, referral_id, student_id, partner_id, caregiver_id, way, scopes, link_id,
      asked_by, asked_at, due_at, beside_id, beside_because)
    values (${$.district}, ${$.id}, ${$.referralId}, ${$.studentId}, ${$.partnerId}, ${$.caregiverId}, ${$.way},
      ${$.scopes}::text[], ${$.linkId}::uuid, ${$.by}, ${$.at}, ${$.dueAt}, ${$.besideId}::uuid, ${$.besideBecause})`,
)
/** Keeps that a family was asked. @returns its id */
export function addRequest(unit: Unit, asked: NewRequest): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  unit.tx.write(add, { ...asked, district, id, by: actor.personId as string, at })
  return id
}

type Of = { district: string; referral: string }
const ofReferral = statement(
  ($: Of) => sql<ConsentRequest>`
    select q.id, c.name as "caregiverName", q.way, q.scopes, q.asked_at as "askedAt", p.name as "askedByName",
      q.due_at as "dueAt", b.name as "besideName", q.beside_because as "besideBecause", ${stillAsked('q')} as open
    from consent_request q
    join caregiver c on c.district_id = q.district_id and c.id = q.caregiver_id
    join person p on p.district_id = q.district_id and p.id = q.asked_by
    left join person b on b.district_id = q.district_id and b.id = q.beside_id
    where q.district_id = ${$.district} and q.referral_id = ${$.referral}
    order by q.asked_at desc, q.id desc limit 20`,
)
/** When a family was asked about one referral, the latest first. Reach is judged by the caller. */
export const requestsOfReferral = (tx: Transaction, referral: string): Promise<ConsentRequest[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral })

const contact = statement(
  ($: Of) => sql<FamilyContact>`
    select p.id as "personId", p.name, k.person_id is not null as named
    from referral f
    left join lateral (select n.person_id from family_contact n
      join person w on w.district_id = n.district_id and w.id = n.person_id
      where n.district_id = f.district_id and n.student_id = f.student_id and w.ended_at is null
        and ${notKeptFrom('w', sql`array[f.student_id]`)}
      order by n.named_at desc, n.id desc limit 1) k on true
    join person p on p.district_id = f.district_id and p.id = coalesce(k.person_id, f.navigator_id)
    where f.district_id = ${$.district} and f.id = ${$.referral} and ${notKeptFrom('p', sql`array[f.student_id]`)}`,
)
/** Who collects consent from the family: the one named for the student, else who navigates the referral. */
export const findFamilyContact = (tx: Transaction, referral: string): Promise<FamilyContact | undefined> =>
  tx.maybe(contact, { district: tx.scope.districtId, referral })

const namings = statement(
  ($: { district: string; student: string }) => sql<Naming>`
    select n.id, p.name, b.name as "namedByName", n.named_at as "namedAt"
    from family_contact n
    join person p on p.district_id = n.district_id and p.id = n.person_id
    join person b on b.district_id = n.district_id and b.id = n.named_by
    where n.district_id = ${$.district} and n.student_id = ${$.student} order by n.named_at desc, n.id desc limit 20`,
)
/** Somebody was named, by whom and when. */
export type Naming = { id: string; name: string; namedByName: string; namedAt: Date }
/** Who was ever named to collect consent from the family of a student, the latest first. */
export const namingsOf = (tx: Transaction, student: string): Promise<Naming[]> =>
  tx.all(namings, { district: tx.scope.districtId, student })

const nameContact = statement(
  ($: Record<'district' | 'id' | 'student' | 'person' | 'by', string> & { at: Date }) => sql`
    insert into family_contact (district_id, id, student_id, person_id, named_by, named_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.person}, ${$.by}, ${$.at})`,
)
/** From here on this person collects consent and papers. @returns the id of the row */
export function addFamilyContact(
  unit: Unit,
  { student, person }: { student: string; person: string },
): string {
  const id = unit.id()
  const { districtId: district, actor, now: at } = unit
  unit.tx.write(nameContact, { district, id, student, person, by: actor.personId as string, at })
  return id
}
