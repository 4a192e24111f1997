import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, text } from '#platform/given.ts'
import { addEntry } from './entry-store.ts'
import { carryOn } from './carry-on.ts'
import { endAs, endedOf } from './end.ts'
import { endingFindings, endingWaits, obstaclesToEnding } from './ending.ts'
import { type EndedAs, subjectOf } from './incident.ts'
import { endingWords } from './words-of-endings.ts'
import { workOnIncident } from './write-entry.ts'

/**
 * The second person looks whether an incident was a mistake, or is about another student. Where they agree it
 * ends, or goes on with that one, if nothing speaks against it by now; where they do not, it goes on.
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
    const ending = said.what as EndedAs
    const asked = { by: said.enteredBy, reviewerId: said.personId ?? undefined }
    const judged = finding === 'agreed' && ending !== 'another_student'
    const because = judged ? obstaclesToEnding(await endedOf(unit, held), { ...asked, ending }) : []
    if (because.length > 0) return refused(because)
    const draft = { kind: 'ending_confirmed', what: finding, words } as const
    addEntry(unit, incident, { ...draft, happenedAt: unit.now })
    unit.record('crisis.ending_confirmed', subjectOf(incident), { finding })
    if (finding !== 'agreed') return done({ incidentId })
    if (ending === 'another_student') await carryOn(unit, held, said.studentId)
    else endAs(unit, incident, ending)
    return done({ incidentId })
  },
})
