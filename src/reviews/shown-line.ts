import type { Viewing } from '#access/look.ts'
import { knownLine } from '#referrals/contract.ts'
import type { SeenLine } from './line-store.ts'

/** A line as far as whoever looks may know: the head of the district reads where it stands, and no visit. */
export const shownLine = (view: Viewing, line: SeenLine) => ({
  ...knownLine(view, line),
  nextVisitAt: view.knows('visits') ? line.nextVisitAt : null,
  visitSaid: view.knows('visits') ? line.visitSaid : null,
  barriersSaid: view.knows('handoffs') ? line.barriersSaid : null,
  excludedOn: view.knows('concerns') ? line.excludedOn : null,
  measuresSaid: view.knows('supports') ? line.measuresSaid : null,
})
