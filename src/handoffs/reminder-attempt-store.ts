import { sql } from 'kysely'
import { caregiverNotKept } from '#access/not-kept-store.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { ReminderAttempt } from '#referrals/contract.ts'

const referralOf = statement(
  ($: { district: string; id: string }) => sql<{ referralId: string }>`
    select referral_id as "referralId" from appointment_reminder where district_id = ${$.district} and id = ${$.id}`,
)
/** The referral of a reminder, or undefined; reach is judged on the referral. */
export const findReferralOfReminder = async (tx: Transaction, id: string): Promise<string | undefined> =>
  (await tx.maybe(referralOf, { district: tx.scope.districtId, id }))?.referralId

type New = Pick<ReminderAttempt, 'reminderId' | 'reached' | 'channel' | 'language' | 'outcome' | 'reply'> & {
  referralId: string
  studentId: string
  caregiverId: string | null
  happenedAt: Date
}
const add = statement(
  (
    $: Omit<New, 'caregiverId' | 'reply'> & {
      district: string
      id: string
      caregiver: string | null
      answer: string | null
      source: string
      at: Date
      by: string | null
    },
  ) => sql`
    insert into reminder_attempt (district_id, id, reminder_id, referral_id, student_id, reached, caregiver_id, channel, language,
      outcome, reply, source, happened_at, entered_at, entered_by)
    values (${$.district}, ${$.id}, ${$.reminderId}, ${$.referralId}, ${$.studentId}, ${$.reached}, ${$.caregiver}::uuid,
      ${$.channel}, ${$.language}, ${$.outcome}, ${$.answer}::text, ${$.source}, ${$.happenedAt}, ${$.at}, ${$.by}::uuid)`,
)
/** Writes down a try to remind a family. What no person did is from the sending of messages. */
export function addReminderAttempt(unit: Unit, { caregiverId, reply, ...tried }: New): void {
  const by = unit.actor.personId
  unit.tx.write(add, {
    ...tried,
    district: unit.districtId,
    id: unit.id(),
    caregiver: caregiverId,
    answer: reply,
    source: tried.channel === 'family_page' ? 'family' : by === null ? 'system' : 'staff',
    at: unit.now,
    by,
  })
}

const move = statement(
  ($: { district: string; id: string; asked: Date | null }) => sql`
    update appointment set move_asked_at = ${$.asked}::timestamptz
    where district_id = ${$.district} and id = ${$.id} and result is null`,
)
/** Notes that the time of a visit does not suit the family, or with null that it does after all. */
export const noteMoveAsked = ({ tx, districtId }: Unit, appointmentId: string, asked: Date | null): void =>
  tx.write(move, { district: districtId, id: appointmentId, asked })

/** Somebody who cares for a student, and how to reach them safely. */
export type Remindable = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly language: string
  readonly contactRule: string | null
  readonly contactHours: string | null
}
const people = statement(
  ($: { district: string; student: string }) => sql<Remindable>`
    select c.id, c.name, ${opened('caregiver.phone', 'c')} as phone, c.language, c.contact_rule as "contactRule",
      ${opened('caregiver.contact_hours', 'c')} as "contactHours"
    from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id
    where g.district_id = ${$.district} and g.student_id = ${$.student} and g.ended_on is null
      and ${caregiverNotKept('c', 'g')}
    order by g.position, c.name`,
)
/** Everybody who cares for a student now, whom to contact first first. */
export const remindablesOf = (tx: Transaction, studentId: string): Promise<Remindable[]> =>
  tx.all(people, { district: tx.scope.districtId, student: studentId })
