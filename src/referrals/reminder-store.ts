import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Reminder, ReminderAttempt } from './reminder.ts'

type Of = { district: string; referral: string }

const reminders = statement(
  ($: Of) => sql<Omit<Reminder, 'attempts'>>`
    select m.id, m.appointment_id as "appointmentId", m.due_at as "dueAt", m.planned_at as "plannedAt", a.kind,
      a.starts_at as "startsAt", a.result, a.result_at as "resultAt", a.move_asked_at as "moveAskedAt"
    from appointment_reminder m
    join appointment a on a.district_id = m.district_id and a.id = m.appointment_id
    where m.district_id = ${$.district} and m.referral_id = ${$.referral} order by a.starts_at, a.id`,
)
const attempts = statement(
  ($: Of) => sql<ReminderAttempt>`
    select t.id, t.reminder_id as "reminderId", t.reached, c.name as "caregiverName", t.channel, t.language, t.outcome, t.reply,
      t.happened_at as "happenedAt", t.entered_at as "enteredAt", p.name as "enteredByName"
    from reminder_attempt t
    left join caregiver c on c.district_id = t.district_id and c.id = t.caregiver_id
    left join person p on p.district_id = t.district_id and p.id = t.entered_by
    where t.district_id = ${$.district} and t.referral_id = ${$.referral}
    order by t.happened_at desc, t.id desc limit 200`,
)

/** The reminders of a referral's visits with every try, the soonest visit first. The school's alone. */
export async function remindersOf(tx: Transaction, referralId: string): Promise<Reminder[]> {
  const of = { district: tx.scope.districtId, referral: referralId }
  const [rows, tries] = await Promise.all([tx.all(reminders, of), tx.all(attempts, of)])
  const byReminder = Map.groupBy(tries, ({ reminderId }) => reminderId)
  return rows.map((row) => ({ ...row, attempts: byReminder.get(row.id) ?? [] }))
}
