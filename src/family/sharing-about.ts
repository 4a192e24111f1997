import type { Viewing } from '#access/look.ts'
import { consentsOf, readersFor } from '#consent/contract.ts'
import { addCalendarDaysAt, calendarOf, findSchool, getDistrict } from '#district/contract.ts'
import type { Student } from '#people/contract.ts'
import { sharedWith } from './sharing-now.ts'
import {
  agencyNames,
  crossedForFamily,
  mostCrossed,
  openedAtSchool,
  readOutside,
  takenAlong,
} from './store.ts'

/** How far back the page tells who at school looked, in days. */
const days = 365

/**
 * What is shared about a student, with whom, until when, and who saw it: the same rows for whoever signs in
 * and for paper. Withheld rows are not among them, and nothing says that there are any.
 */
export async function sharedAbout(view: Viewing, student: Student, who: 'caregiver' | 'student') {
  const { tx, now } = view
  const readers = readersFor(who)
  const calendar = await calendarOf(tx)
  const answered = view.knowsFor(who, 'consent') ? await consentsOf(tx, student.id) : []
  const consents = answered.filter(({ familySees }) => readers.includes(familySees))
  const shared = sharedWith(consents, now)
  const names = await agencyNames(
    tx,
    shared.map(({ partnerId }) => partnerId),
  )
  const told = view.knowsFor(who, 'disclosures')
  const crossed = told ? await crossedForFamily(tx, { studentId: student.id, readers }) : []
  const school = student.schoolId === null ? undefined : await findSchool(tx, student.schoolId)
  return {
    who,
    student: { id: student.id, given: student.preferredName ?? student.givenName },
    districtName: (await getDistrict(tx)).name,
    school: school && { name: school.name, phone: school.phone },
    shared: shared.map((each) => ({ ...each, office: names.get(each.partnerId) ?? null })),
    crossed: crossed.slice(0, mostCrossed),
    more: crossed.length > mostCrossed,
    outside: told ? await readOutside(tx, { studentId: student.id, readers }) : [],
    taken: told ? await takenAlong(tx, { studentId: student.id, readers }) : [],
    atSchool: view.knowsFor(who, 'access_record')
      ? await openedAtSchool(tx, student.id, addCalendarDaysAt(calendar, now, -days))
      : [],
    timeZone: calendar.timeZone,
    now,
  }
}
export type SharedAbout = Awaited<ReturnType<typeof sharedAbout>>
