import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayOf } from './calendar-hours.ts'
import { schedulerNamers, schedulerRoles } from './policy.ts'
import { saveScheduler, schedulersAt } from './scheduler-store.ts'
import { holdSchool } from './schools-store.ts'
import { staffAt } from './staff-store.ts'
import { calendarOf } from './store.ts'
import { schedulerWords } from './words.ts'

/** Names who at a school books visits: one person, in the place of whoever did so before [R065]. */
export const nameScheduler = act({
  name: 'district/name-scheduler',
  by: schedulerNamers,
  given: z.object({ schoolId: id, personId: id }),
  refusals: schedulerWords,
  fields: { not_at_school: 'personId', named_already: 'personId' },
  async do(unit, { schoolId, personId }) {
    if (!coversSchool(unit.actor, schoolId)) return notFound()
    const school = (await holdSchool(unit, schoolId)) ?? notFound()
    const subject = { type: 'school', id: school.id }
    unit.permit(true, subject)
    const on = dayOf(await calendarOf(unit.tx), unit.now)
    const staff = await staffAt(unit.tx, { schoolId, roles: schedulerRoles, about: [], on })
    if (!staff.some((each) => each.personId === personId)) return refused(['not_at_school'])
    const [before] = await schedulersAt(unit.tx, { schools: [schoolId], on })
    if (before?.personId === personId) return refused(['named_already'])

    await saveScheduler(unit, schoolId, personId)
    unit.record('school.scheduler_named', subject, { scheduler: personId })
    return done({ schoolId })
  },
})
