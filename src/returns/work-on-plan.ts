import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, endOfCalendarDay, instantAt } from '#district/contract.ts'
import { notFound } from '#platform/problem.ts'
import { type CrisisStandard, getStandard } from '#standards/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { subjectOf } from './open-return.ts'
import type { ReturnPlan } from './plan.ts'
import type { Around } from './rules.ts'
import { holdPlan, type SeenPlan } from './store.ts'

/** Takes a plan for the rest of the act. */
export async function workOnPlan(unit: Unit, incidentId: string): Promise<SeenPlan> {
  const plan = (await holdPlan(unit, incidentId)) ?? notFound()
  unit.permit(true, subjectOf(plan))
  return plan
}

/** The crisis standard a plan follows: the version of the incident, whatever came in force since. */
export const standardOf = async (tx: Transaction, { standardId }: Pick<ReturnPlan, 'standardId'>) =>
  (await getStandard(tx, standardId)).body as CrisisStandard

/** What a plan is judged by now. */
export async function aroundOf({ tx, now }: Pick<Unit, 'tx' | 'now'>, plan: ReturnPlan): Promise<Around> {
  const calendar = await calendarOf(tx)
  const { reentry } = await standardOf(tx, plan)
  return {
    policy: reentry.map(({ code }) => code),
    meetingOn: plan.meetingAt === null ? null : dayOf(calendar, plan.meetingAt),
    today: dayOf(calendar, now),
  }
}

/** The last instant of a day in the district. */
export const endOfDay = async (tx: Transaction, on: string): Promise<Date> =>
  new Date(endOfCalendarDay(await calendarOf(tx), on).getTime() - 1)

/** An instant in the district, from a day and a time as people write them. */
export const meetingAt = async (tx: Transaction, on: string, at: string): Promise<Date> =>
  instantAt(await calendarOf(tx), on, at)
