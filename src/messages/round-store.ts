import { sql } from 'kysely'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { type DueAsked, dueFrom } from './due-store.ts'

/** How many of a kind one transaction makes; the next round goes on. */
const most = 200

const forDigest = statement(
  ($: DueAsked & { district: string; news: Date }) => sql<{ id: string }>`
    select p.id from person p join district d on d.district_id = p.district_id
    where p.district_id = ${$.district} and p.ended_at is null and (p.email is not null or p.phone is not null)
      and exists (select from assignment a where a.district_id = p.district_id and a.person_id = p.id
        and a.student_id is null and (a.ended_at is null or a.ended_at > ${$.now})
        and a.starts_on <= (${$.now}::timestamptz at time zone d.time_zone)::date
        and (a.ends_on is null or a.ends_on >= (${$.now}::timestamptz at time zone d.time_zone)::date))
      and not exists (select from message_choice c where c.district_id = p.district_id and c.id = p.id and not c.digest)
      and not exists (select from message m where m.district_id = p.district_id
        and m.dedupe_key = 'digest/' || p.id || '/' || ${$.day})
      and (exists (select from notice n where n.district_id = p.district_id and n.person_id = p.id and n.read_at is null
          and n.made_at <= ${$.news})
        or exists (${dueFrom($)}))
    order by p.id limit ${sql.lit(most)}`,
)
/** Whoever something waits for on a day and who has no digest of it yet. */
export const peopleForDigest = async (tx: Transaction, asked: DueAsked & { news: Date }): Promise<string[]> =>
  (await tx.all(forDigest, { district: tx.scope.districtId, ...asked })).map(({ id }) => id)

export type VisitToRemind = { appointmentId: string; caregiverId: string }
const toRemind = statement(
  ($: { district: string; now: Date; until: Date; ahead: string }) => sql<VisitToRemind>`
    select a.id as "appointmentId", w.id as "caregiverId" from appointment a
    join referral f on f.district_id = a.district_id and f.id = a.referral_id and f.ended_at is null
    join lateral (select r.planned_at, r.id from appointment_reminder r where r.district_id = a.district_id
      and r.appointment_id = a.id order by r.planned_at desc limit 1) m on true
    join lateral (select c.id from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
      join message_choice k on k.district_id = c.district_id and k.id = c.id and (k.email or k.text)
      where g.district_id = a.district_id and g.student_id = a.student_id and g.ended_on is null
        and c.contact_rule not in ('do_not_contact', 'call_only') and ${caregiverNotKept('c', 'g')}
      order by g.position, c.id limit 1) w on true
    where a.district_id = ${$.district} and a.result is null and a.move_asked_at is null
      and a.starts_at > ${$.now} and a.starts_at <= ${$.until} and m.planned_at <= a.starts_at - ${$.ahead}::interval
      and not exists (select from reminder_attempt t where t.district_id = a.district_id and t.reminder_id = m.id
        and t.outcome = 'delivered')
      and not exists (select from message x where x.district_id = a.district_id
        and x.dedupe_key = 'visit/' || a.id || '/' || w.id)
    order by a.starts_at, a.id limit ${sql.lit(most)}`,
)
/** Visits that come up, booked before that, with the first of the family who agreed to messages. */
export const visitsToRemind = (
  tx: Transaction,
  { now, hours }: { now: Date; hours: number },
): Promise<VisitToRemind[]> =>
  tx.all(toRemind, {
    district: tx.scope.districtId,
    now,
    until: new Date(now.getTime() + hours * 3_600_000),
    ahead: `${hours} hours`,
  })
