import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsOf } from './alert-store.ts'
import { answer } from './answer.ts'
import { ownerAfter } from './having.ts'
import { subjectOf } from './incident.ts'
import { mayFollow } from './policy.ts'
import { holdIncident, saveIncident } from './store.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

/**
 * Somebody who was told says they have it. The first answer takes the incident where nobody took it before,
 * and nobody else is told.
 */
export const acknowledgeAlert = act({
  name: 'crisis/acknowledge-alert',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id }),
  refusals: obstacleWords,
  async do(unit, { incidentId }) {
    const incident = (await holdIncident(unit, incidentId)) ?? notFound()
    const alerts = await alertsOf(unit.tx, incidentId)
    if (!mayFollow(unit.actor, incident, alerts)) notFound()
    unit.permit(true, subjectOf(incident))
    const own = alerts.find(({ personId }) => personId === unit.actor.personId)
    if (incident.state === 'closed') return refused<CrisisObstacle>(['closed'])
    if (own === undefined) return refused<CrisisObstacle>(['not_told'])
    if (own.acknowledgedAt !== null) return refused<CrisisObstacle>(['already_acknowledged'])
    const state = await answer(unit, incident, own)
    const ownerId = ownerAfter(incident, alerts, own.personId)
    if (state !== incident.state) saveIncident(unit, { ...incident, state, ownerId })
    return done({ incidentId })
  },
})
