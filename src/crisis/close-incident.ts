import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { closedOf } from './closed.ts'
import { incidentClosed } from './happenings.ts'
import { incidentLifecycle } from './lifecycle.ts'
import { followsIncidents } from './policy.ts'
import { blanksOf } from './rules.ts'
import { saveIncident } from './store.ts'
import { treatingOf } from './treating.ts'
import { subjectOf } from './incident.ts'
import { type Held, workOnIncident } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Says what is owed afterwards. After a drill nothing is: there is no student it was about. */
async function sayClosed(unit: Unit, held: Held): Promise<void> {
  const closed = closedOf(held)
  if (closed !== undefined) await unit.tell(incidentClosed, closed)
}

/**
 * An incident ends when nothing is blank; while something is, the refusal names each of it [R100, R103]. What
 * is owed afterwards follows.
 */
export const closeIncident = act({
  name: 'crisis/close-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id }),
  refusals: stepWords,
  async do(unit, { incidentId }) {
    const held = await workOnIncident(unit, incidentId)
    const { incident } = held
    if (incident.state === 'closed') return refused(['closed'])
    if (!followsIncidents(unit.actor.role)) return refused(['not_a_lead'])
    const isTreated = (await treatingOf(unit, incident.studentId)) !== undefined
    const because = blanksOf({ ...held, isTreated })
    if (because.length > 0 || incident.state === 'open') return refused(because)
    const state = incidentLifecycle.next(incident.state, 'close')
    saveIncident(unit, { ...incident, state, closedAt: unit.now })
    unit.record('crisis.closed', subjectOf(incident), { entries: held.entries.length })
    await sayClosed(unit, held)
    return done({ incidentId })
  },
})
