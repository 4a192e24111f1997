import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { caregiverNotKept } from '#access/not-kept.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { consentsForReferrals } from './store.ts'

/** An open referral a family is asked about, and whether anybody who may consent can be reached. */
export type AskedFor = {
  id: string
  number: number
  studentId: string
  studentName: string
  schoolId: string
  schoolName: string
  partnerId: string | null
  partnerName: string | null
  referredAt: Date
  reachable: boolean
}
type Reach = { district: string; schools: readonly string[] | null }

const open = statement(
  ($: Reach & { limit: number }) => sql<AskedFor>`
    select f.id, f.number, f.student_id as "studentId", f.school_id as "schoolId", h.name as "schoolName",
      coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", f.partner_id as "partnerId",
      p.short_name as "partnerName", f.referred_at as "referredAt",
      exists (select 1 from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
        where g.district_id = f.district_id and g.student_id = f.student_id and g.ended_on is null
          and g.authority <> 'may_not_consent' and c.phone is not null
          and c.contact_rule is distinct from 'do_not_contact' and ${caregiverNotKept('c', 'g')}) as reachable
    from referral f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join school h on h.district_id = f.district_id and h.id = f.school_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.ended_at is null
      and (${$.schools}::uuid[] is null or f.school_id = any(${$.schools}::uuid[]))
    order by f.referred_at, f.id limit ${$.limit}`,
)

/** Open referrals within reach, oldest first, each with every answer given for it. */
export async function openAskings(tx: Transaction, actor: Actor, limit: number) {
  const found = await tx.all(open, { district: actor.districtId, schools: schoolsInReach(actor), limit })
  const byReferral = await consentsForReferrals(
    tx,
    found.map(({ id }) => id),
  )
  return found.map((asked) => ({ ...asked, consents: byReferral.get(asked.id) ?? [] }))
}
