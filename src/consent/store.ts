import { sql } from 'kysely'
import { type Actor, openedStudents } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import { sideOf } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Consent } from './consent.ts'
import type { Grantor, ListedGrantor } from './rules.ts'

/** What is read of a record of consent, from `consentTables`. */
export const consentColumns = sql`
  c.id, c.student_id as "studentId", c.referral_id as "referralId", c.partner_id as "partnerId", c.kind,
  c.grantor_kind as "grantorKind", c.grantor_age as "grantorAge", c.minor_rule_id as "minorRuleId",
  c.minor_consented as "minorConsented", c.family_sees as "familySees", exists (select 1 from partner_service t where t.district_id = c.district_id
    and t.partner_id = c.partner_id and t.kind = 'substance_use') as "partTwo",
  c.caregiver_id as "caregiverId", c.grantor_name as "grantorName", c.relationship,
  c.authority, c.agency_named as "agencyNamed", c.school_named as "schoolNamed", c.method, ${opened('consent.witness', 'c')} as witness,
  ${opened('consent.document_reference', 'c')} as "documentReference", c.language,
  ${opened('consent.interpreter', 'c')} as interpreter, c.purpose,
  c.wording_version as "wordingVersion", c.starts_at as "startsAt", c.ends_on as "endsOn",
  ((c.ends_on + 1)::timestamp at time zone d.time_zone) as "endsAt", c.given_at as "givenAt",
  c.recorded_by as "recordedBy", coalesce(p.name, '') as "recordedByName", r.revoked_at as "revokedAt",
  (select json_agg(json_build_object('scope', a.scope, 'answer', a.answer, 'items', a.items, 'settledAt',
      (select max(t.decided_at) from consent_settlement t where t.district_id = a.district_id
        and t.consent_id = a.consent_id and t.scope = a.scope)) order by a.scope)
    from consent_answer a where a.district_id = c.district_id and a.consent_id = c.id) as answers`

export const consentTables = sql`
  consent c
  join district d on d.district_id = c.district_id
  left join person p on p.district_id = c.district_id and p.id = c.recorded_by
  left join consent_revocation r on r.district_id = c.district_id and r.consent_id = c.id`

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<Consent>`
    select ${consentColumns} from ${consentTables}
    where c.district_id = ${$.district} and c.referral_id = ${$.referral}
    order by c.given_at, c.id`,
)
const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Consent>`
    select ${consentColumns} from ${consentTables}
    where c.district_id = ${$.district} and c.student_id = ${$.student}
    order by c.given_at, c.id`,
)

const ofReferrals = statement(
  ($: { district: string; referrals: readonly string[] }) => sql<Consent>`
    select ${consentColumns} from ${consentTables}
    where c.district_id = ${$.district} and c.referral_id = any(${$.referrals}::uuid[])
    order by c.given_at, c.id`,
)

/** Every answer given for each of several referrals, oldest first. */
export async function consentsForReferrals(
  tx: Transaction,
  referrals: readonly string[],
): Promise<Map<string, Consent[]>> {
  const found = await tx.all(ofReferrals, { district: tx.scope.districtId, referrals })
  return Map.groupBy(found, ({ referralId }) => referralId)
}

/** Every answer a family gave for one referral, oldest first, those taken back and ended among them. */
export const consentsForReferral = (tx: Transaction, referralId: string): Promise<Consent[]> =>
  tx.once('consents', referralId, () =>
    tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId }),
  )

/** Every answer ever given about one student, oldest first. On the partner side, those to that agency. */
export const consentsOf = (tx: Transaction, studentId: string): Promise<Consent[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

type Reach = {
  district: string
  id: string
  schools: readonly string[] | null
  opened: readonly string[]
}
/** What consent needs to know of the referral it was asked for. */
export type Asking = {
  id: string
  number: number
  studentId: string
  studentName: string
  schoolId: string
  partnerId: string | null
  partnerName: string | null
  sentAt: Date | null
  endedAt: Date | null
}
const askingColumns = sql`
  f.id, f.number, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
  f.school_id as "schoolId", f.partner_id as "partnerId", p.short_name as "partnerName", f.sent_at as "sentAt", f.ended_at as "endedAt"`
const askingTables = sql`
  referral f
  join student s on s.district_id = f.district_id and s.id = f.student_id
  left join partner p on p.district_id = f.district_id and p.id = f.partner_id`
const within = ($: Reach) =>
  withinReach($.schools, 'f.school_id', { students: $.opened, column: 'f.student_id' })
const asking = statement(
  ($: Reach) => sql<Asking>`
    select ${askingColumns} from ${askingTables}
    where f.district_id = ${$.district} and f.id = ${$.id} and ${within($)}`,
)
const askingHeld = statement(
  ($: Reach) => sql<Asking>`
    select ${askingColumns} from ${askingTables}
    where f.district_id = ${$.district} and f.id = ${$.id} and ${within($)}
    for no key update of f`,
)
const reachOf = (actor: Actor, id: string): Reach => ({
  district: actor.districtId,
  id,
  schools: sideOf(actor.role) === 'school' ? actor.schoolIds : null,
  opened: openedStudents(actor),
})

/** The referral a consent is asked for, within the actor's schools, or undefined. */
export const findAsking = (tx: Transaction, actor: Actor, id: string) => tx.maybe(asking, reachOf(actor, id))

/** The same, held: answers to one referral are recorded one after another. */
export const holdAsking = ({ tx, actor }: Unit, id: string) => tx.maybe(askingHeld, reachOf(actor, id))

const referralOf = statement(
  ($: { district: string; id: string }) => sql<{ referralId: string }>`
    select referral_id as "referralId" from consent where district_id = ${$.district} and id = ${$.id}`,
)
/** The referral a consent belongs to, or undefined; reach is judged on the referral. */
export const findReferralOf = async (tx: Transaction, consentId: string): Promise<string | undefined> =>
  (await tx.maybe(referralOf, { district: tx.scope.districtId, id: consentId }))?.referralId

const grantor = statement(
  ($: { district: string; student: string; caregiver: string }) => sql<
    Grantor & { language: string; interpreter: boolean; studentBornOn: string | null }
  >`
    select c.name, c.language, c.interpreter, g.relationship, g.authority, g.ended_on as "endedOn",
      s.born_on as "studentBornOn"
    from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
    join student s on s.district_id = g.district_id and s.id = g.student_id
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.caregiver_id = ${$.caregiver}
      and ${caregiverNotKept('c', 'g')}`,
)
export const findGrantor = (tx: Transaction, studentId: string, caregiverId: string) =>
  tx.maybe(grantor, { district: tx.scope.districtId, student: studentId, caregiver: caregiverId })

const grantors = statement(
  ($: { district: string; student: string }) => sql<ListedGrantor>`
    select c.id, c.contact_rule is distinct from 'do_not_contact' as "mayBeContacted", c.name, c.language, c.interpreter,
      ${opened('caregiver.phone', 'c')} as phone, g.relationship, g.authority, g.ended_on as "endedOn"
    from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
      and ${caregiverNotKept('c', 'g')}
    order by g.position, c.name`,
)
/** Everybody who cares for a student now and is not kept away, whom to contact first first. */
export const listGrantors = (tx: Transaction, studentId: string) =>
  tx.all(grantors, { district: tx.scope.districtId, student: studentId })

const revoke = statement(
  ($: { district: string; consent: string; askedBy: string; channel: string; by: string; at: Date }) => sql`
    insert into consent_revocation (district_id, consent_id, partner_id, asked_by, channel, recorded_by, revoked_at, student_id,
      family_sees)
    select district_id, id, partner_id, ${$.askedBy}, ${$.channel}, ${$.by}::uuid, ${$.at}::timestamptz, student_id, family_sees
    from consent where district_id = ${$.district} and id = ${$.consent}`,
)
export type Revocation = { askedBy: string; channel: string; by: string; at: Date }

/** Takes one consent back, from this instant on. */
export function addRevocation({ tx, districtId }: Unit, consent: Consent, revocation: Revocation): void {
  const said = tx.sealed('consent_revocation', { row: consent.id, of: consent.studentId }, revocation)
  tx.write(revoke, { district: districtId, consent: consent.id, ...said })
  tx.forget('consents')
}

/** How a consent was taken back: who asked, on which way, and who wrote it down. */
export type Ending = {
  consentId: string
  askedBy: string
  channel: 'phone' | 'in_person' | 'text' | 'email' | 'letter' | 'family_page'
  recordedByName: string
}
const endings = statement(
  ($: { district: string; referral: string }) => sql<Ending>`
    select r.consent_id as "consentId", ${opened('consent_revocation.asked_by', 'r')} as "askedBy",
      r.channel, coalesce(p.name, '') as "recordedByName"
    from consent c join consent_revocation r on r.district_id = c.district_id and r.consent_id = c.id
    left join person p on p.district_id = r.district_id and p.id = r.recorded_by
    where c.district_id = ${$.district} and c.referral_id = ${$.referral}`,
)

/** How the consents of one referral that were taken back ended. */
export const endingsOf = (tx: Transaction, referralId: string): Promise<Ending[]> =>
  tx.all(endings, { district: tx.scope.districtId, referral: referralId })
