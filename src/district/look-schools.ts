import { z } from 'zod'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { look } from '#access/look.ts'
import { coversSchool } from '#access/actor.ts'
import { type Role, schoolStaff } from '#access/roles.ts'
import { breaksOf } from './breaks.ts'
import { pageOf, partAsked } from '#platform/name-pages.ts'
import { dayOf } from './calendar-hours.ts'
import { mayKeepCalendar, schedulerNamers } from './policy.ts'
import { schedulersAt } from './scheduler-store.ts'
import { closuresFrom, schoolsWithLeads, termsFrom } from './schools-store.ts'
import { schoolsOfDistrict } from './choosing-store.ts'
import { calendarOf, findSchool, getDistrict } from './store.ts'

/** Whom a school turns to, in the order they are shown. */
const leading: readonly Role[] = ['designated_lead', 'crisis_lead', 'student_support_head', 'navigator']

/** Roles that may change the calendar, when their assignment covers every school. */
export const calendarKeepers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]

/** Schools on one page. */
const size = 33

/** Schools, who leads in each, and the calendar and hours that every clock runs on [R361] [R366]. */
export const lookSchools = look({
  name: 'district/schools',
  by: schoolStaff,
  given: partAsked,
  shows: 'no student',
  async see(view, given) {
    const { tx, actor, now } = view
    view.permit(true)
    view.sawNoStudent()
    const [calendar, all] = await Promise.all([calendarOf(tx), schoolsOfDistrict(tx)])
    const { timeZone, hours } = calendar
    const today = dayOf(calendar, now)
    const part = pageOf(all, { ...given, size })
    const ids = part.page.map(({ id }) => id)
    const [schools, schedulers, terms, closures] = await Promise.all([
      schoolsWithLeads(tx, { ids, roles: leading, on: today }),
      schedulersAt(tx, { schools: ids, on: today }),
      termsFrom(tx, today),
      closuresFrom(tx, today),
    ])
    return {
      today,
      timeZone,
      hours,
      part,
      schools: schools.map((school) => ({
        ...school,
        scheduler: schedulers.find(({ schoolId }) => schoolId === school.id)?.name ?? null,
        mayName: (schedulerNamers as readonly Role[]).includes(actor.role) && coversSchool(actor, school.id),
      })),
      terms,
      closures,
      breaks: breaksOf(closures, calendar),
      isHead: actor.role === 'district_head' && mayKeepCalendar(actor),
      mayKeep: (calendarKeepers as readonly Role[]).includes(actor.role) && mayKeepCalendar(actor),
    }
  },
})

export type SeenSchools = Awaited<ReturnType<typeof lookSchools.see>>

/** The same, for the form that changes working hours. */
export const lookHours = look({
  name: 'district/hours',
  by: calendarKeepers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(mayKeepCalendar(view.actor))
    view.sawNoStudent()
    const { timeZone, hours } = await calendarOf(view.tx)
    return { timeZone, hours }
  },
})

/** The district's own name and zone, for whoever may change them. */
export const lookDistrict = look({
  name: 'district/district',
  by: ['district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(mayKeepCalendar(view.actor))
    view.sawNoStudent()
    const { name, timeZone } = await getDistrict(view.tx)
    return { name, timeZone }
  },
})

/** One school, for the form that says when it goes live. */
export const lookLiveDay = look({
  name: 'district/live-day',
  by: ['district_head'],
  given: z.object({ schoolId: id }),
  shows: 'no student',
  async see(view, { schoolId }) {
    view.permit(mayKeepCalendar(view.actor))
    view.sawNoStudent()
    return (await findSchool(view.tx, schoolId)) ?? notFound()
  },
})
