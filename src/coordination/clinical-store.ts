import { type RawBuilder, sql } from 'kysely'
import { clinicalStaff } from '#access/roles.ts'

/** Somebody `p` who is still there in a clinical role: at their agency, or at a school. */
const worksClinically = (roles: readonly string[]) => sql`
  p.ended_at is null and exists (select from assignment a where a.district_id = p.district_id and a.person_id = p.id
    and a.ended_at is null and a.role in (${sql.join(roles.map((role) => sql.lit(role)))}))`

/**
 * Somebody clinical holds the student of a row: at an agency by credential or role, at school by role, as the
 * clinician of a support, or the team of a running crisis. Never somebody of another profession alone [R156].
 */
export const heldClinically = (of: RawBuilder<unknown>) => sql`(
  exists (select from clinical_responsibility r left join person p on p.district_id = r.district_id and p.id = r.holder_id
    where r.district_id = ${of}.district_id and r.student_id = ${of}.student_id and r.ended_at is null
      and case when r.partner_id is null then ${worksClinically(clinicalStaff)}
        else r.holder_credential is not null or (${worksClinically(['clinician'])}) end)
  or exists (select from brief_support b join person p on p.district_id = b.district_id and p.id = b.clinician_id
    where b.district_id = ${of}.district_id and b.student_id = ${of}.student_id and b.ended_at is null
      and ${worksClinically(clinicalStaff)})
  or exists (select from crisis_incident i where i.district_id = ${of}.district_id and i.student_id = ${of}.student_id
    and i.state <> 'closed'))`

/** Whether a referral is at high risk and nobody clinical answers for its student. */
export const lacksClinician = (of: RawBuilder<unknown>) =>
  sql`(${of}.high_risk_at is not null and not ${heldClinically(of)})`
