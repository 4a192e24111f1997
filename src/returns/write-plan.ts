import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { addCalendarDays } from '#district/contract.ts'
import { choices, day, id, optionalText, timeOfDay, yesNo } from '#platform/given.ts'
import { setLate, subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { savePlan } from './store.ts'
import { endOfDay, meetingAt, standardOf, workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

const blank = <T extends z.ZodType>(each: T) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), each.optional())
const words = optionalText(1000)

/** Nothing that stands there is emptied by a form that leaves it out. */
const orBefore = (typed: string | undefined, before: string | null) => (typed ? typed : before)

/**
 * A plan to come back is written down, part by part: what is not known yet is left open, and stays owed
 * [R121]. It is due before the day of the return.
 */
export const writePlan = act({
  name: 'returns/write-plan',
  by: planners,
  given: z.object({
    incidentId: id,
    returnOn: blank(day),
    meetingOn: blank(day),
    meetingTime: blank(timeOfDay),
    attendees: words,
    supports: words,
    nextVisit: words,
    checkIns: words,
    ifRiskRises: words,
    suicideThreat: blank(yesNo()),
    steps: choices(z.string().max(60)),
  }),
  refusals: planWords,
  async do(unit, { incidentId, meetingOn, meetingTime, steps, ...said }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.state !== 'due') return refused(['not_open'])
    const { reentry } = await standardOf(unit.tx, plan)
    const returnOn = said.returnOn ?? plan.returnOn
    const before = returnOn === null ? plan.dueAt : await endOfDay(unit.tx, addCalendarDays(returnOn, -1))
    const nextDueAt = before < plan.dueAt ? before : plan.dueAt
    const meeting = meetingOn && meetingTime ? await meetingAt(unit.tx, meetingOn, meetingTime) : null
    savePlan(unit, {
      ...plan,
      returnOn,
      nextDueAt,
      meetingAt: meeting ?? plan.meetingAt,
      attendees: orBefore(said.attendees, plan.attendees),
      supports: orBefore(said.supports, plan.supports),
      nextVisit: orBefore(said.nextVisit, plan.nextVisit),
      checkIns: orBefore(said.checkIns, plan.checkIns),
      ifRiskRises: orBefore(said.ifRiskRises, plan.ifRiskRises),
      suicideThreat: said.suicideThreat ?? plan.suicideThreat,
      steps: reentry.map(({ code }) => code).filter((code) => steps.includes(code)),
    })
    if (plan.lateToldAt === null) setLate(unit, plan, nextDueAt)
    unit.record('return_plan.saved', subjectOf(plan))
    return done({ incidentId })
  },
})
