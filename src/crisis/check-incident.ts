import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { insertNotice } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { newsKind, subjectOf } from './incident.ts'
import { checkDueAt } from './rules.ts'
import { holdIncident, saveIncident } from './store.ts'
import { peopleToAsk, setCheck } from './tell.ts'
import { type CrisisObstacle, obstacleWords } from './words.ts'

/**
 * Nothing was written down for a while: whoever has the incident is asked, until it is closed. Where they
 * are not there any more, everybody who may take it over is.
 */
export const checkIncident = act({
  name: 'crisis/check-incident',
  by: ['system'],
  given: z.object({ incidentId: id }),
  refusals: obstacleWords,
  async do(unit, { incidentId }) {
    const incident = (await holdIncident(unit, incidentId)) ?? notFound()
    const subject = subjectOf(incident)
    unit.permit(true, subject)
    if (incident.state === 'closed') return refused<CrisisObstacle>(['closed'])
    if (incident.checkDueAt > unit.now) return refused<CrisisObstacle>(['not_due'])
    const due = checkDueAt((await modelInForce(unit.tx, unit.now)).crisis.body, unit.now)
    const people = await peopleToAsk(unit, incident)
    const kind = newsKind(incident, 'owed')
    for (const personId of people) {
      insertNotice(unit, { personId, kind, subject })
      await unit.tell(personTold, { personId, kind, subject, again: true })
    }
    saveIncident(unit, { ...incident, checkDueAt: due })
    setCheck(unit, { incidentId, at: due })
    unit.record('crisis.asked_again', subject, { people })
    return done({ asked: people.length })
  },
})
