import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'

type Partner = { district: string; partner: string }

const waiting = statement(
  ($: Partner) => sql<{ id: string; studentId: string }>`
    select id, student_id as "studentId" from referral
    where district_id = ${$.district} and partner_id = ${$.partner} and ended_at is null
      and state in ('sent', 'received') order by id for no key update`,
)

/** Referrals an agency was sent and has not answered, taken for the rest of the act. */
export const holdUnanswered = ({ tx, districtId: district }: Unit, partner: string) =>
  tx.all(waiting, { district, partner })

// A person who has the same news and has not read it is told once.
const navigators = statement(
  ($: Partner) => sql<{ personId: string }>`
    select distinct f.navigator_id as "personId" from referral f
    where f.district_id = ${$.district} and f.partner_id = ${$.partner} and f.ended_at is null
      and not exists (select 1 from notice n where n.district_id = f.district_id and n.person_id = f.navigator_id
        and n.kind = 'gate_closed' and n.subject_id = f.partner_id and n.read_at is null)
    order by 1`,
)

/** Whoever owns an open referral to an agency, and does not know yet that its gate is closed. */
export const navigatorsToTell = ({ tx, districtId: district }: Unit, partner: string) =>
  tx.all(navigators, { district, partner })
