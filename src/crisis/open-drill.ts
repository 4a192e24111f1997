import type { Unit } from '#access/unit.ts'
import { settleNotices } from '#concerns/contract.ts'
import { entersDrill } from './drill-wall.ts'
import { subjectOf } from './incident.ts'
import { openIncident } from './open-incident.ts'
import { holdIncident, saveIncident } from './store.ts'

/** A timed drill that was begun in this transaction: its school, and who takes part. */
export type DrillBegun = { drillId: string; schoolId: string; takePart: readonly string[] }

/**
 * Opens the live incident of a timed drill, inside the drill: those who take part and lead are told, and
 * nobody else. The caller asks permission, and keeps that it was begun and who takes part.
 */
export async function openDrill(unit: Unit, { drillId, schoolId, takePart }: DrillBegun): Promise<void> {
  if (!(await entersDrill(unit.tx, drillId))) throw new Error('This drill was not begun')
  await openIncident(unit, { schoolId, source: 'staff', drillId, takePart })
}

/** Ends the live incident of a timed drill as it stands: what is blank was not done in time. */
export async function endDrill(unit: Unit, drillId: string): Promise<void> {
  settleNotices(unit, drillId, ['drill.told', 'drill.owed', 'drill.review_asked'])
  const incident = await holdIncident(unit, drillId)
  if (incident === undefined || incident.state === 'closed') return
  saveIncident(unit, { ...incident, state: 'closed', closedAt: unit.now })
  unit.record('crisis.closed', subjectOf(incident), { stopped: true })
}
