import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { standInRoles } from './absence.ts'
import { endAbsenceRow, holdAbsence } from './absence-store.ts'
import { absenceEndWords } from './absence-words.ts'
import { dayOf } from './calendar-hours.ts'
import { mayKeepAbsence } from './set-absence.ts'
import { calendarOf } from './store.ts'

/** Somebody is back sooner, or does not go away after all: from today on their work is theirs again. */
export const endAbsence = act({
  name: 'district/end-absence',
  by: standInRoles,
  given: z.object({ absenceId: id }),
  refusals: absenceEndWords,
  async do(unit, { absenceId }) {
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const absence = (await holdAbsence(unit, absenceId)) ?? notFound()
    if (!(await mayKeepAbsence(unit, absence.personId, today))) return notFound()
    unit.permit(true, { type: 'person', id: absence.personId })
    if (absence.throughOn < today) return refused(['over_already'])

    await endAbsenceRow(unit, { id: absence.id, on: today })
    unit.record('absence.ended', { type: 'person', id: absence.personId }, { on: today })
    return done({ absenceId })
  },
})
