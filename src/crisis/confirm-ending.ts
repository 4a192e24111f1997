import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { addEntry } from './entry-store.ts'
import { endAs, endedOf } from './end.ts'
import { endingFindings, endingWaits, obstaclesToEnding } from './ending.ts'
import { subjectOf, type Ending } from './incident.ts'
import { endingWords } from './words-of-endings.ts'
import { workOnIncident } from './write-entry.ts'

/**
 * The second person looks whether an incident was a mistake. Where they agree it ends, if nothing speaks
 * against it by now; where they do not, it goes on.
 */
export const confirmEnding = act({
  name: 'crisis/confirm-ending',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    finding: choice(endingFindings, 'Say what you found'),
    words: text(500, 'Say what you found'),
  }),
  refusals: endingWords,
  async do(unit, { incidentId, finding, words }) {
    const held = await workOnIncident(unit, incidentId)
    const { incident, entries } = held
    if (incident.state === 'closed') return refused(['closed'])
    const said = endingWaits(entries)
    if (said === undefined || said.personId !== unit.actor.personId) return refused(['not_your_ending'])
    const ending = said.what as Ending
    const asked = { ending, by: said.enteredBy, reviewerId: said.personId ?? undefined }
    const because = finding === 'agreed' ? obstaclesToEnding(await endedOf(unit, held), asked) : []
    if (because.length > 0) return refused(because)
    const draft = { kind: 'ending_confirmed', what: finding, words } as const
    addEntry(unit, incident, { ...draft, happenedAt: unit.now })
    unit.record('crisis.ending_confirmed', subjectOf(incident), { finding })
    if (finding === 'agreed') endAs(unit, incident, ending)
    return done({ incidentId })
  },
})
