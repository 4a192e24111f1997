import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

export const contactModes = ['phone', 'text', 'email', 'in_person', 'video', 'letter'] as const
export type ContactMode = (typeof contactModes)[number]

/** One try to reach a family. */
export type Contact = {
  readonly id: string
  readonly caregiverId: string | null
  readonly caregiverName: string | null
  readonly mode: ContactMode
  readonly language: string
  readonly interpreter: string | null
  /** A code of the contact_result list. */
  readonly result: string
  readonly nextAttemptAt: Date | null
  readonly happenedAt: Date
  readonly enteredAt: Date
  readonly enteredByName: string
}

const columns = sql`
  a.id, a.caregiver_id as "caregiverId", c.name as "caregiverName", a.mode, a.language,
  ${opened('contact_attempt.interpreter', 'a')} as interpreter, a.result,
  a.next_attempt_at as "nextAttemptAt", a.happened_at as "happenedAt", a.entered_at as "enteredAt", p.name as "enteredByName"`
const from = sql`contact_attempt a
  join person p on p.district_id = a.district_id and p.id = a.entered_by
  left join caregiver c on c.district_id = a.district_id and c.id = a.caregiver_id`

const of = statement(
  ($: { district: string; referral: string }) => sql<Contact>`
    select ${columns} from ${from} where a.district_id = ${$.district} and a.referral_id = ${$.referral}
    order by a.happened_at desc, a.id desc limit 100`,
)
/** Every try to reach the family of a referral, latest first, at most 100. */
export const contactsOf = (tx: Transaction, referralId: string): Promise<Contact[]> =>
  tx.all(of, { district: tx.scope.districtId, referral: referralId })

const latest = statement(
  ($: { district: string; student: string }) => sql<Contact>`
    select ${columns} from ${from} where a.district_id = ${$.district} and a.student_id = ${$.student}
    order by a.happened_at desc, a.id desc limit 1`,
)
/** When somebody last reached for the family of a student, on any referral. Reach is judged by the caller. */
export const latestContactOf = (tx: Transaction, studentId: string): Promise<Contact | undefined> =>
  tx.maybe(latest, { district: tx.scope.districtId, student: studentId })

type New = Omit<Contact, 'id' | 'caregiverName' | 'enteredAt' | 'enteredByName'> & {
  referralId: string
  studentId: string
}
const add = statement(
  (
    $: Record<'district' | 'id' | 'referral' | 'student' | 'mode' | 'language' | 'result' | 'by', string> & {
      caregiver: string | null
      interpreter: string | null
      next: Date | null
      happened: Date
      entered: Date
    },
  ) => sql`
    insert into contact_attempt (district_id, id, referral_id, student_id, caregiver_id, mode, language, interpreter, result,
      next_attempt_at, happened_at, entered_at, entered_by)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.caregiver}::uuid, ${$.mode}, ${$.language}, ${$.interpreter},
      ${$.result}, ${$.next}::timestamptz, ${$.happened}, ${$.entered}, ${$.by})`,
)

/** Writes down a try: when it happened and, apart from that, when it was entered. */
export const addContact = (unit: Unit, contact: New) => {
  const id = unit.id()
  const { interpreter } = contact
  unit.tx.write(add, {
    district: unit.districtId,
    id,
    referral: contact.referralId,
    student: contact.studentId,
    caregiver: contact.caregiverId,
    mode: contact.mode,
    language: contact.language,
    ...unit.tx.sealed('contact_attempt', { row: id, of: contact.studentId }, { interpreter }),
    result: contact.result,
    next: contact.nextAttemptAt,
    happened: contact.happenedAt,
    entered: unit.now,
    by: unit.actor.personId as string,
  })
}
