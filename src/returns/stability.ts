import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { happenedTo } from './happened-store.ts'
import type { ReturnPlan } from './plan.ts'
import { nextLookOn, stabilityOf, type Window } from './rules.ts'
import { endOfDay, standardOf } from './work-on-plan.ts'

/** How a return stands, window by window, from what is on record; none before the student is back [R123]. */
export async function windowsOf({ tx, now }: Pick<Unit, 'tx' | 'now'>, plan: ReturnPlan): Promise<Window[]> {
  if (plan.returnedOn === null) return []
  const { crisisOn, ...happened } = await happenedTo(tx, plan)
  const { stabilityDays: windows } = await standardOf(tx, plan)
  const today = dayOf(await calendarOf(tx), now)
  return stabilityOf(happened, { crisisOn, returnedOn: plan.returnedOn, windows, today })
}

/** By when it is looked again how a return stands. */
export async function nextLookAt(unit: Pick<Unit, 'tx' | 'now'>, plan: ReturnPlan): Promise<Date> {
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  return endOfDay(unit.tx, nextLookOn(await windowsOf(unit, plan), today))
}
