import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, type StaffLine, staffAt } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { type CareNotice, subjectOf } from './care-notice.ts'
import { insertTold } from './told-store.ts'

/** By when a notice is answered and when it ends, by the time standards in force. */
export async function limitsFrom({ tx, now }: Unit, startedAt: Date) {
  const { time_standards: times } = await modelInForce(tx, now)
  const calendar = await calendarOf(tx)
  return {
    answerDueAt: dueAt(calendar, times.body, { clock: 'care_notice_answer', startedAt }).dueAt,
    expiresAt: dueAt(calendar, times.body, { clock: 'care_notice_days', startedAt }).dueAt,
    standardVersion: times.version,
  }
}

/** Sets the timer that tells whoever stands in. There is one for each notice: setting it again moves it. */
export const setTimer = (unit: Unit, noticeId: string, at: Date): void =>
  unit.enqueue({
    task: 'carenotices/tell-backup',
    payload: { careNoticeId: noticeId },
    key: `carenotices/tell-backup/${noticeId}`,
    at,
  })

/** Sets the end of a notice. */
export const setEnd = (unit: Unit, { id, expiresAt }: Pick<CareNotice, 'id' | 'expiresAt'>): void =>
  unit.enqueue({
    task: 'carenotices/expire-notice',
    payload: { careNoticeId: id },
    key: `carenotices/expire-notice/${id}`,
    at: expiresAt,
  })

/** Tells people of a notice: they may read it from here on, and a message says that something waits. */
export async function tellOf(
  unit: Unit,
  notice: Pick<CareNotice, 'id' | 'studentId'>,
  { people, position }: { people: readonly StaffLine[]; position: 1 | 2 },
): Promise<void> {
  const subject = subjectOf(notice)
  for (const { id: personId } of people) {
    insertTold(unit, { noticeId: notice.id, personId, position })
    insertNotice(unit, { personId, kind: 'care_notice.told', subject })
    await unit.tell(personTold, { personId, kind: 'care_notice.told', subject })
  }
  if (people.length > 0)
    unit.record(position === 1 ? 'care_notice.told' : 'care_notice.backup_told', subject, {
      people: people.map(({ id }) => id),
    })
}

/** Where nobody can be told, whoever answers for the district hears that somebody has to be named. */
export async function tellNobodyThere(unit: Unit, { id, schoolId }: Pick<CareNotice, 'id' | 'schoolId'>) {
  const heads = await staffAt(unit.tx, { schoolId, roles: ['district_head'], about: [], now: unit.now })
  const subject = { type: 'care_notice_school', id }
  for (const { id: personId } of heads) insertNotice(unit, { personId, kind: 'care_notice.nobody', subject })
}
