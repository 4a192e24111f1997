import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Milestone, Reached } from './milestone.ts'
import type { Referral } from './referral.ts'

type New = Record<'district' | 'id' | 'referral' | 'student' | 'partner' | 'reachedOn' | 'by', string> & {
  milestone: Milestone
  at: Date
}
const add = statement(
  ($: New) => sql`
    insert into treatment_milestone (district_id, id, referral_id, student_id, partner_id, milestone, reached_on, posted_by,
      posted_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.milestone}, ${$.reachedOn}::date, ${$.by},
      ${$.at})`,
)

/** Keeps a day an agency told. The act leaves a trace whose subject is the referral. */
export const addMilestone = (
  unit: Unit,
  { id: referral, studentId, partnerId }: Referral,
  told: Pick<Reached, 'milestone' | 'reachedOn'>,
): void =>
  unit.tx.write(add, {
    ...told,
    district: unit.districtId,
    id: unit.id(),
    referral,
    student: studentId,
    partner: partnerId as string,
    by: unit.actor.personId as string,
    at: unit.now,
  })

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<Reached>`
    select m.id, m.milestone, m.reached_on as "reachedOn" from treatment_milestone m
    where m.district_id = ${$.district} and m.referral_id = ${$.referral} order by m.reached_on, m.id`,
)

/** What was told of the treatment of one referral, the first day first. */
export const milestonesOf = (tx: Transaction, referralId: string): Promise<Reached[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })
