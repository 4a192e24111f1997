import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { subjectOf } from './acknowledge-concern.ts'
import { decidersAt } from './deciders.ts'
import { insertNotice } from './notice-store.ts'
import { staffAt, type StaffLine } from './staff-store.ts'
import { type Values, taken, takenHeld, give } from './pass-concerns-store.ts'

/** What somebody left at a school: of every student, or of some. */
type From = { from: string; schoolId: string; students: readonly string[] | null }
type At = { tx: Transaction; now: Date }

const valuesOf = async (at: At, { from, schoolId, students }: From): Promise<Values> => ({
  district: at.tx.scope.districtId,
  person: from,
  school: schoolId,
  students,
  now: at.now,
  deciders: await decidersAt(at),
})

/**
 * Who may go on with the concerns somebody took up at a school and left open: those who decide in each of the
 * queues these are in, and are kept from none of the students.
 */
export async function ableToPassTo(at: At, from: From): Promise<StaffLine[]> {
  const values = await valuesOf(at, from)
  const concerns = await at.tx.all(taken, values)
  const roles = values.deciders.filter((role) =>
    concerns.every(({ queueRole }) => queueRole === null || queueRole === role),
  )
  const about = concerns.flatMap(({ studentId }) => studentId ?? [])
  return staffAt(at.tx, { schoolId: from.schoolId, roles, about, now: at.now })
}

/**
 * Gives the concerns somebody took up at a school and left open to somebody else, who is told of each and is
 * from now on whom the reporter may ask [R008]. The caller asked whether they are able.
 * @returns how many
 */
export async function passConcerns(unit: Unit, from: From, to: string): Promise<number> {
  const concerns = await unit.tx.all(takenHeld, await valuesOf(unit, from))
  for (const concern of concerns) {
    await unit.tx.run(give, { district: unit.districtId, id: concern.id, to })
    const subject = subjectOf(concern)
    unit.record('concern.given', subject, { from: from.from, to })
    insertNotice(unit, { personId: to, kind: 'concern.given', subject })
  }
  return concerns.length
}
