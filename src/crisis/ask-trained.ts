import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { askSomebodyTrained, mayAskTrained } from './trained.ts'
import { workOnIncident } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Whoever is not trained to run the rubric asks somebody who is, with one press [R308]. */
export const askTrained = act({
  name: 'crisis/ask-trained',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id }),
  refusals: stepWords,
  async do(unit, { incidentId }) {
    const { incident, entries } = await workOnIncident(unit, incidentId)
    if (incident.state === 'closed') return refused(['closed'])
    if (!mayAskTrained(entries, incident)) return refused(['asked_already'])
    await askSomebodyTrained(unit, incident)
    return done({ incidentId })
  },
})
