import type { Viewing } from '#access/look.ts'
import { type Course, courseOf, lastMonths } from './course.ts'
import { courseFacts } from './course-store.ts'

/** How many months the charts look back on. */
const shownMonths = 6

/** The three measures over time, each where the reader may know what it is counted from. */
export type SeenCourse = { readonly [measure in keyof Course]: Course[measure] | undefined }

/**
 * How the three went, as far as whoever looks may know what they are counted from.
 * @param today YYYY-MM-DD
 */
export async function courseSeen(view: Viewing, studentId: string, today: string): Promise<SeenCourse> {
  const months = lastMonths(today, shownMonths)
  const knows = {
    missedOn: view.knows('concerns'),
    crisesOn: view.knows('crisis'),
    visits: view.knows('visits'),
  }
  const since = `${months[0] ?? today.slice(0, 7)}-01`
  const course = courseOf(months, await courseFacts(view.tx, { student: studentId, since, knows }))
  return {
    attendance: knows.missedOn ? course.attendance : undefined,
    crisis_contacts: knows.crisesOn ? course.crisis_contacts : undefined,
    engagement: knows.visits ? course.engagement : undefined,
  }
}
