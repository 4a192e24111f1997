import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { addCalendarDays, calendarOf, dayOf, schoolChoice } from '#district/contract.ts'
import { asked, choose, idMeant } from '#platform/choosing.ts'
import { askedNow } from './asking.ts'
import { tallyStaff } from './people-store.ts'
import { readsNoRecord, trainingReaders, trainingRecorders } from './policy.ts'
import { shownGrades, staffLines, staffTotals } from './report.ts'
import { requirementsInForce } from './requirement-store.ts'
import { soonDays } from './rules.ts'
import { gradesAt, latestSessions, tallyGrades } from './session-store.ts'
import { sessionTopics } from './training.ts'

/** Sessions are counted over a year; so many lines and sessions are shown. */
const [countedDays, mostLines, mostSessions] = [365, 60, 20]

/** Sessions with students, by topic and grade, within the last year. */
async function sessionsOf({ tx, actor }: Viewing, given: { school: string | null; since: string }) {
  const hides = readsNoRecord(actor.role)
  return Promise.all(
    sessionTopics.map(async (topic) => ({
      topic,
      grades: shownGrades(await tallyGrades(tx, actor, { ...given, topic }), hides),
    })),
  )
}

/** How far training has come: staff by school and role, and sessions of students by grade [R118]. */
export const lookReport = look({
  name: 'training/report',
  by: trainingReaders,
  given: z.object({ school: asked }),
  shows: 'no student',
  async see(view, { school: typed }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const choosing = choose(typed, schoolChoice(tx, actor))
    const school = (await idMeant(typed, choosing)) ?? null
    const pairs = await askedNow(view)
    const soon = addCalendarDays(today, soonDays)
    const tallies = await tallyStaff(tx, actor, { pairs, today, soon })
    const lines = staffLines(tallies).filter(({ schoolId }) => school === null || schoolId === school)
    const keeps = (trainingRecorders as readonly Role[]).includes(actor.role)
    const since = addCalendarDays(today, -countedDays)
    return {
      requirements: (await requirementsInForce(tx, now)).filter(({ required }) => required),
      lines: lines.slice(0, mostLines),
      more: lines.length > mostLines,
      totals: staffTotals(tallies),
      sessions: await sessionsOf(view, { school, since }),
      latest: keeps ? await latestSessions(tx, actor, { school, limit: mostSessions }) : [],
      grades: keeps ? await gradesAt(tx, actor) : [],
      choice: await choosing,
      keeps,
      today,
    }
  },
})
export type SeenReport = Awaited<ReturnType<typeof lookReport.see>>
