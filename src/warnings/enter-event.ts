import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import type { Student } from '#people/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { saveEvents } from './event-store.ts'
import { attendanceTaken } from './happenings.ts'
import { dayReaders } from './policy.ts'
import { absenceCodes, type EventKind, eventKinds, exclusionCodes, incidentCodes } from './school-event.ts'
import { warn } from './warn.ts'
import { enteringWords } from './words.ts'
import { workOnStudent } from './work-on-student.ts'

/** What may be entered of each kind. */
export const codesOf: Readonly<Record<EventKind, readonly string[]>> = {
  absence: absenceCodes,
  incident: incidentCodes,
  exclusion: exclusionCodes,
}

const Entered = z.object({
  studentId: id,
  kind: choice(eventKinds, 'Choose what it was'),
  code: z.string({ error: 'Choose what it was' }).min(1, 'Choose what it was').max(60),
  startsOn: day,
})

type Entering = { student: Student; on: string; eventId: string }
/** A day missed is called as a file calls it, so that the file that follows changes it and adds none. */
const nameOf = (kind: EventKind, { student, on, eventId }: Entering) =>
  kind === 'absence' ? `${student.sourceId ?? student.localId ?? student.id} ${on}` : `entered ${eventId}`

/** Somebody enters a day missed, an incident or an exclusion of one student [R002] [R003] [R124]. */
export const enterEvent = act({
  name: 'warnings/enter-event',
  by: dayReaders,
  given: Entered,
  refusals: enteringWords,
  async do(unit, { studentId, kind, code, startsOn }) {
    const student = await workOnStudent(unit, studentId)
    const eventId = unit.id()
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const because = [
      ...(startsOn > today ? (['day_ahead'] as const) : []),
      ...(codesOf[kind].includes(code) ? [] : (['code_of_another_kind'] as const)),
    ]
    if (because.length > 0) return refused(because)
    const sourceId = nameOf(kind, { student, on: startsOn, eventId })
    const event = { id: eventId, studentId, kind, sourceId, code, startsOn, endsOn: null }
    await saveEvents(unit, [event], null)
    unit.record('school_event.entered', { type: 'school_event', id: eventId, studentId }, { kind })
    if (kind === 'absence') await unit.tell(attendanceTaken, { studentIds: [studentId] })
    const raised = await warn(unit, [studentId])
    return done({ studentId, raised })
  },
})
