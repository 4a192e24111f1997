import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { alertsOf } from './alert-store.ts'
import { newsKind, subjectOf } from './incident.ts'
import { holdIncident } from './store.ts'
import { answerDueAt, nextToTell, peopleToTell, setTimer, tell } from './tell.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

/**
 * Nobody answered in time: the next person is told; when everybody was, all are told again, until somebody
 * answers. Run twice at once it tells one person, because the incident is held and the second finds time
 * left.
 */
export const tellNext = act({
  name: 'crisis/tell-next',
  by: ['system'],
  given: z.object({ incidentId: id }),
  refusals: obstacleWords,
  async do(unit, { incidentId }) {
    const incident = (await holdIncident(unit, incidentId)) ?? notFound()
    const subject = subjectOf(incident)
    unit.permit(true, subject)
    const alerts = await alertsOf(unit.tx, incidentId)
    if (incident.state !== 'open') return refused<CrisisObstacle>(['answered'])
    if (alerts.some(({ ackDueAt }) => ackDueAt > unit.now)) return refused<CrisisObstacle>(['not_due'])
    const person = nextToTell(await peopleToTell(unit, incident), alerts)
    if (person !== undefined) {
      await tell(unit, incident, { person, position: alerts.length + 1 })
      return done({ told: 1 })
    }
    for (const { personId } of alerts)
      await unit.tell(personTold, { personId, kind: newsKind(incident, 'told'), subject, again: true })
    setTimer(unit, { incidentId, at: await answerDueAt(unit) })
    unit.record('crisis.told_again', subject, { people: alerts.length })
    return done({ told: alerts.length })
  },
})
