import type { Unit } from '#access/unit.ts'
import { addCalendarDays, calendarOf, dayOf, instantAt } from '#district/contract.ts'
import type { Lasting } from './agreement.ts'
import { gateOf } from './gate-store.ts'
import { gateClosed, gateOpened } from './happenings.ts'

/** Tells the house how the gate of an agency stands after something on file changed. */
export async function tellGate(unit: Unit, partnerId: string): Promise<void> {
  const { obstacles } = await gateOf(unit.tx, partnerId, dayOf(await calendarOf(unit.tx), unit.now))
  if (obstacles.length > 0) await unit.tell(gateClosed, { partnerId })
  else await unit.tell(gateOpened, { partnerId })
}

/**
 * Asks for the gate to be looked at when a document begins to hold and when it has ended: nobody acts on
 * those days, and what is owed changes all the same.
 */
export async function lookAgain(unit: Unit, { id, partnerId, startsOn, endsOn }: Lasting): Promise<void> {
  const calendar = await calendarOf(unit.tx)
  for (const day of [startsOn, addCalendarDays(endsOn, 1)]) {
    const at = instantAt(calendar, day, '00:00')
    if (at <= unit.now) continue
    unit.enqueue({
      task: 'partnership/watch-gate',
      payload: { partnerId },
      key: `partnership/watch-gate/${id}/${day}`,
      at,
    })
  }
}
