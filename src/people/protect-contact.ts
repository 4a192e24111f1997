import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Role } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, endOfCalendarDay, staffAt } from '#district/contract.ts'
import { choice, choices, day, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { blockKeepers, protectionReaders } from './policy.ts'
import { obstaclesToProtecting, protectionReasons } from './protection.ts'
import { addProtection, holdStanding } from './protection-store.ts'
import { protectingWords } from './protection-words.ts'
import { setNeighborhood, setReach } from './reach-store.ts'
import { holdCaregiver, holdStudent } from './store.ts'
import type { Caregiver, Student } from './student.ts'

/** The people who may be named for a student, each once. Whoever is kept from the student is none of them. */
export async function nameableFor(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { id: studentId, schoolId }: Pick<Student, 'id' | 'schoolId'>,
): Promise<{ id: string; name: string; role: Role }[]> {
  if (schoolId === null) return []
  const on = dayOf(await calendarOf(tx), now)
  const staff = await staffAt(tx, { schoolId, roles: protectionReaders, about: [studentId], on })
  const each = new Map(staff.map(({ personId, name, role }) => [personId, { id: personId, name, role }]))
  return [...each.values()]
}

const nothing = { phone: null, email: null, contactHours: null, address: null, neighborhood: null }

/** The contact leaves the record of the caregiver, or of the student. @returns what it was */
async function takeOff(unit: Unit, student: Student, caregiver: Caregiver | undefined) {
  if (caregiver === undefined) {
    const { neighborhood } = student
    await setNeighborhood(unit, student.id, 'unknown')
    return { ...nothing, neighborhood: neighborhood === 'unknown' ? null : neighborhood }
  }
  const { phone, email, contactHours } = caregiver
  await setReach(unit, { caregiverId: caregiver.id, studentId: student.id }, nothing)
  return { ...nothing, phone, email, contactHours }
}

/**
 * Marks how a caregiver or a student is reached as protected, by a court or a program that keeps addresses.
 * From this moment it is shown to nobody but those who are named; messages still reach it.
 */
export const protectContact = act({
  name: 'people/protect-contact',
  by: blockKeepers,
  given: z.object({
    studentId: id,
    /** Whose it is; left out, the student's own. */
    caregiverId: id.optional(),
    reason: choice(protectionReasons, 'Say why it is protected'),
    endsOn: day,
    readers: choices(z.string()),
    address: optionalText(300),
  }),
  refusals: protectingWords,
  fields: {
    nobody_named: 'readers',
    not_of_the_staff: 'readers',
    day_is_past: 'endsOn',
    stands_already: 'caregiverId',
  },
  async do(unit, { studentId, caregiverId, reason, endsOn, readers, address }) {
    const student = (await holdStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const caregiver =
      caregiverId === undefined
        ? undefined
        : ((await holdCaregiver(unit.tx, student.id, caregiverId)) ?? notFound())
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    const calendar = await calendarOf(unit.tx)
    const offered = await nameableFor(unit, student)
    const named = offered.filter((each) => readers.includes(each.id))
    const because = obstaclesToProtecting({
      endsOn,
      today: dayOf(calendar, unit.now),
      named: named.length,
      chosen: new Set(readers).size,
      stands: (await holdStanding(unit.tx, caregiver?.id ?? student.id)) !== undefined,
    })
    if (because.length > 0) return refused(because)
    const contact = { ...(await takeOff(unit, student, caregiver)), address: address || null }
    const about = { studentId: student.id, caregiverId: caregiver?.id ?? null, reason, endsOn }
    const protectionId = await addProtection(unit, {
      ...about,
      ...contact,
      readers: named.map((each) => each.id),
    })
    const subject = { type: 'protected_contact', id: protectionId, studentId: student.id }
    unit.record('contact.protected', subject, { caregiverId: about.caregiverId, readers: named.length })
    unit.enqueue({
      task: 'people/expire-protection',
      payload: { protectionId },
      key: `people/expire-protection/${protectionId}`,
      at: endOfCalendarDay(calendar, endsOn),
    })
    return done({ studentId: student.id, protectionId })
  },
})
