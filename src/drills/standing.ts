import type { Actor } from '#access/actor.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'
import { drillStanding, nextDrillOn } from './rules.ts'
import { drillsHeldAt, type HeldAt } from './store.ts'

type At = { tx: Transaction; actor: Actor; now: Date }

/** After how many days a school is to hold its next drill, by the standard in force. */
export async function drillEveryDays({ tx, now }: Pick<At, 'tx' | 'now'>): Promise<number> {
  const { limit } = (await modelInForce(tx, now)).time_standards.body.crisis_drill
  return 'amount' in limit ? limit.amount : 1
}

/** A school with its last drill, its next one, and whether that is late. */
export type SchoolDrills = HeldAt & { dueOn: string | null; standing: ReturnType<typeof drillStanding> }

/** Where each school within reach stands with its drills. */
export async function drillStandings(at: At): Promise<SchoolDrills[]> {
  const everyDays = await drillEveryDays(at)
  const today = dayOf(await calendarOf(at.tx), at.now)
  return (await drillsHeldAt(at.tx, at.actor)).map((school) => ({
    ...school,
    dueOn: nextDrillOn(school, everyDays) ?? null,
    standing: drillStanding(school, { everyDays, today }),
  }))
}

/** How many schools within reach are past the day of their drill. */
export const countOverdueDrills = async (at: At): Promise<number> =>
  (await drillStandings(at)).filter(({ standing }) => standing === 'overdue').length
