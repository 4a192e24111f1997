import { sql } from 'kysely'
import { notKeptFrom } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Who answers for treatment, who may change the plan, and who may close the case: three names [R154]. */
export type Responsibility = {
  id: string
  studentId: string
  referralId: string | null
  partnerId: string | null
  holderName: string
  holderCredential: string | null
  holderId: string | null
  planChangerName: string
  closerId: string | null
  closerName: string
  acceptedAt: Date
  acceptedBy: string
  endedAt: Date | null
}

const columns = sql`
  id, student_id as "studentId", referral_id as "referralId", partner_id as "partnerId", holder_name as "holderName",
  holder_credential as "holderCredential", holder_id as "holderId", plan_changer_name as "planChangerName",
  closer_id as "closerId", closer_name as "closerName", accepted_at as "acceptedAt", accepted_by as "acceptedBy",
  ended_at as "endedAt"`

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<Responsibility>`
    select ${columns} from clinical_responsibility
    where district_id = ${$.district} and referral_id = ${$.referral} and ended_at is null
    order by accepted_at desc, id desc limit 1`,
)
/** Who answers under this referral now, or undefined. */
export const findResponsibility = (
  tx: Transaction,
  referralId: string,
): Promise<Responsibility | undefined> =>
  tx.maybe(ofReferral, { district: tx.scope.districtId, referral: referralId })

const ofStudent = statement(
  ($: { district: string; student: string }) => sql<Responsibility>`
    select ${columns} from clinical_responsibility
    where district_id = ${$.district} and student_id = ${$.student} and ended_at is null
    order by accepted_at desc, id desc`,
)
/** Everybody who answers for a student's treatment now, the latest first. */
export const responsibilitiesOf = (tx: Transaction, studentId: string): Promise<Responsibility[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student: studentId })

const add = statement(
  ($: { district: string; row: string }) => sql`
    insert into clinical_responsibility (district_id, id, student_id, referral_id, partner_id, holder_name, holder_credential,
      holder_id, plan_changer_name, closer_id, closer_name, accepted_at, accepted_by)
    select ${$.district}::uuid, id, "studentId", "referralId", "partnerId", "holderName", "holderCredential", "holderId",
      "planChangerName", "closerId", "closerName", "acceptedAt", "acceptedBy"
    from jsonb_to_record(${$.row}::jsonb) as t(id uuid, "studentId" uuid, "referralId" uuid, "partnerId" uuid,
      "holderName" text, "holderCredential" text, "holderId" uuid, "planChangerName" text, "closerId" uuid,
      "closerName" text, "acceptedAt" timestamptz, "acceptedBy" uuid)`,
)
const endOthers = statement(
  ($: { district: string; student: string; referral: string; at: Date }) => sql`
    update clinical_responsibility set ended_at = ${$.at}
    where district_id = ${$.district} and student_id = ${$.student} and referral_id = ${$.referral} and ended_at is null`,
)

type About = { studentId: string; referralId: string }
const endingOf = ({ districtId, now }: Unit, { studentId, referralId }: About) => ({
  district: districtId,
  student: studentId,
  referral: referralId,
  at: now,
})

/**
 * Ends what is in force under a referral. Trace: a change about the student. @returns whether anything was
 */
export const endResponsibility = async (unit: Unit, about: About): Promise<boolean> =>
  (await unit.tx.run(endOthers, endingOf(unit, about))) > 0

/** The new holder has accepted: the one before ends at the same instant, so there is never a gap. */
export function acceptResponsibility(
  unit: Unit,
  held: Omit<Responsibility, 'id' | 'acceptedAt' | 'acceptedBy' | 'endedAt'> & { referralId: string },
): string {
  unit.tx.write(endOthers, endingOf(unit, held))
  const id = unit.id()
  const row = { ...held, id, acceptedAt: unit.now, acceptedBy: unit.actor.personId }
  unit.tx.write(add, { district: unit.districtId, row: JSON.stringify(row) })
  return id
}

const nameCloser = statement(
  ($: { district: string; referral: string; from: string; closer: string }) => sql`
    update clinical_responsibility r set closer_id = ${$.closer}, closer_name = p.name from person p
    where r.district_id = ${$.district} and r.referral_id = ${$.referral} and r.ended_at is null and r.closer_id = ${$.from}
      and p.district_id = ${$.district} and p.id = ${$.closer}`,
)
/**
 * The right to close passes on with the referral: nobody who is away holds it alone [R154]. Trace: a change
 * about the student. @returns whether it was held by whom it passes from
 */
export const passClosing = async (
  unit: Unit,
  { referralId, from, to }: { referralId: string; from: string; to: string },
): Promise<boolean> =>
  (await unit.tx.run(nameCloser, { district: unit.districtId, referral: referralId, from, closer: to })) > 0

const clinicians = statement(
  ($: { district: string; partner: string; about: readonly string[] }) => sql<{ id: string; name: string }>`
    select distinct p.id, p.name from person p
    join assignment a on a.district_id = p.district_id and a.person_id = p.id and a.role = 'clinician' and a.ended_at is null
    where p.district_id = ${$.district} and p.partner_id = ${$.partner} and p.ended_at is null and ${notKeptFrom('p', $.about)}
    order by p.name, p.id`,
)
/** Clinicians of an agency who work in Throughline and are not kept from the student. */
export const cliniciansOf = (
  tx: Transaction,
  { partnerId, studentId }: { partnerId: string; studentId: string },
): Promise<{ id: string; name: string }[]> =>
  tx.all(clinicians, { district: tx.scope.districtId, partner: partnerId, about: [studentId] })

const endEarlier = statement(
  ($: { district: string; referral: string; at: Date }) => sql`
    with recursive earlier as (
      select f.predecessor_id as id from referral f where f.district_id = ${$.district} and f.id = ${$.referral}
      union all
      select f.predecessor_id from referral f join earlier e on e.id = f.id where f.district_id = ${$.district}
    )
    update clinical_responsibility r set ended_at = ${$.at}
    where r.district_id = ${$.district} and r.ended_at is null
      and (r.referral_id in (select id from earlier where id is not null)
        or (r.referral_id = ${$.referral} and r.partner_id is null))`,
)
/**
 * Ends what earlier agencies of a chain and the school still hold, at the instant an agency accepted. Trace:
 * a change about the student. @returns whether anything was held
 */
export const endEarlierResponsibility = async (unit: Unit, referralId: string, at: Date): Promise<boolean> =>
  (await unit.tx.run(endEarlier, { district: unit.districtId, referral: referralId, at })) > 0
