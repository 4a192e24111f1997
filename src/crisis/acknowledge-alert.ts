import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { settleNotices } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { acknowledge, alertsOf } from './alert-store.ts'
import { incidentLifecycle } from './lifecycle.ts'
import { subjectOf } from './incident.ts'
import { mayFollow } from './policy.ts'
import { holdIncident, saveIncident } from './store.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

/** Somebody who was told says they have it. The first answer takes the incident, and nobody else is told. */
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
    const subject = subjectOf(incident)
    unit.permit(true, subject)
    const own = alerts.find(({ personId }) => personId === unit.actor.personId)
    if (incident.state === 'closed') return refused<CrisisObstacle>(['closed'])
    if (own === undefined) return refused<CrisisObstacle>(['not_told'])
    if (own.acknowledgedAt !== null) return refused<CrisisObstacle>(['already_acknowledged'])
    await acknowledge(unit, { incidentId, personId: own.personId })
    if (incident.drillId !== null) settleNotices(unit, incidentId, ['drill.told'])
    if (incident.state === 'open') {
      const state = incidentLifecycle.next('open', 'acknowledge')
      saveIncident(unit, { ...incident, state, ownerId: own.personId })
    }
    unit.record('crisis.acknowledged', subject, { position: own.position })
    return done({ incidentId })
  },
})
