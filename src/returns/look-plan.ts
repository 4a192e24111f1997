import { z } from 'zod'
import { look } from '#access/look.ts'
import { followsIncidents } from '#crisis/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { getStudentCard, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { missesOf } from '#standards/contract.ts'
import { followUpsOf } from './follow-up-store.ts'
import { offeredFor } from './give-sheet.ts'
import { subjectOf } from './open-return.ts'
import { mayEndReturn, planners } from './policy.ts'
import { blanksOf, isStable } from './rules.ts'
import { sheetsOf } from './sheet-store.ts'
import { windowsOf } from './stability.ts'
import { findPlan, replacedOf } from './store.ts'
import { aroundOf, standardOf } from './work-on-plan.ts'

const nameOnly = ({ id: personId, name }: { id: string; name: string }) => ({ id: personId, name })

/** A plan to come back: what it says, what is blank, who was told, whom to ask, and how it stands. */
export const lookPlan = look({
  name: 'returns/plan',
  by: planners,
  given: z.object({ incidentId: id }),
  shows: { for: 'coordination', whole: ['supports'], parts: ['identity'] },
  async see(view, { incidentId }) {
    const { tx, actor, now } = view
    const plan = (await findPlan(tx, actor, incidentId)) ?? notFound()
    view.permit(true)
    view.saw(subjectOf(plan))
    const calendar = await calendarOf(tx)
    const { reentry } = await standardOf(tx, plan)
    const windows = await windowsOf(view, plan)
    const { readers, contacts } = await offeredFor(view, plan)
    return {
      plan,
      blanks: plan.state === 'due' ? blanksOf(plan, await aroundOf(view, plan)) : [],
      policy: reentry,
      student: view.knows('identity') ? studentName(await getStudentCard(tx, plan.studentId)) : null,
      opensIncident: followsIncidents(actor.role),
      windows,
      maySettle: plan.state === 'returned' && isStable(windows),
      misses: await missesOf(tx, plan.id),
      followUps: await followUpsOf(tx, incidentId),
      replaced: await replacedOf(tx, incidentId),
      mayEnd: plan.state === 'returned' && mayEndReturn(actor, plan),
      sheets: await sheetsOf(tx, incidentId),
      readers: readers.map(nameOnly),
      contacts: contacts.map(nameOnly),
      calendar,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenPlanPage = Awaited<ReturnType<typeof lookPlan.see>>
