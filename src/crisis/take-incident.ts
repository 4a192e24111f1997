import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { alertsOf } from './alert-store.ts'
import { answer } from './answer.ts'
import { owedBy } from './having.ts'
import { followsIncidents } from './policy.ts'
import { checkDueAt } from './rules.ts'
import { saveIncident } from './store.ts'
import { setCheck } from './tell.ts'
import { subjectOf } from './incident.ts'
import { workOnIncident } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * Somebody who may lead takes an incident over from whoever has it, as they saw it. Of many at once exactly
 * one has it: for everybody after the first it is somebody else's by then. Whoever was told has answered.
 */
export const takeIncident = act({
  name: 'crisis/take-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id, fromId: id }),
  refusals: stepWords,
  async do(unit, { incidentId, fromId }) {
    const { incident, standard } = await workOnIncident(unit, incidentId)
    const { personId, role } = unit.actor
    if (incident.state === 'closed') return refused(['closed'])
    if (personId === null || !followsIncidents(role)) return refused(['not_a_lead'])
    if (incident.ownerId === personId) return refused(['yours_already'])
    if (incident.ownerId !== fromId) return refused(['taken_meanwhile'])
    const due = checkDueAt(standard, unit.now)
    const own = owedBy(await alertsOf(unit.tx, incidentId), personId)
    const state = own === undefined ? incident.state : await answer(unit, incident, own)
    saveIncident(unit, { ...incident, state, ownerId: personId, checkDueAt: due })
    setCheck(unit, { incidentId, at: due })
    unit.record('crisis.taken', subjectOf(incident), { from: fromId, person: personId })
    return done({ incidentId })
  },
})
