import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { dayOf } from './calendar-hours.ts'
import { goingLive } from './happenings.ts'
import { mayKeepCalendar } from './policy.ts'
import { obstaclesToLiveDay } from './rules.ts'
import { holdSchool, saveLiveDay } from './schools-store.ts'
import { calendarOf } from './store.ts'
import { liveWords } from './words.ts'

/**
 * From which day a school uses the pathway with its students; no day puts it back to being set up. A day that
 * has come stays: decisions were made by it. Nothing shipped as a sample decides about a student: first the
 * district approves the checklist, and every agency signs the crisis standard [R095, R203].
 */
export const setLiveDay = act({
  name: 'district/set-live-day',
  by: ['district_head'],
  given: z.object({ schoolId: id, liveOn: day.optional() }),
  refusals: liveWords,
  async do(unit, { schoolId, liveOn }) {
    const school = (await holdSchool(unit, schoolId)) ?? notFound()
    const subject = { type: 'school', id: schoolId }
    unit.permit(mayKeepCalendar(unit.actor), subject)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const obstacles = obstaclesToLiveDay(school, { liveOn, today })
    const samples = liveOn === undefined ? [] : (await unit.tell(goingLive, { schoolId })).flat()
    const because = [...obstacles, ...samples]
    if (because.length > 0) return refused(because)

    await saveLiveDay(unit, schoolId, liveOn ?? null)
    unit.record('school.live_day_set', subject, { live_on: liveOn ?? null, was: school.liveOn })
    return done({ schoolId })
  },
})
