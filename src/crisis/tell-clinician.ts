import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { clinicianBases } from './entry.ts'
import { happened, subjectOf, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * The clinician who treats the student was told, and on which ground; or nobody is known to treat them. What
 * was told without consent is also written down where it is reviewed, by the same people.
 */
export const tellClinician = act({
  name: 'crisis/tell-clinician',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    basis: choice(clinicianBases, 'Say on which ground'),
    who: optionalText(120),
    ...happened,
  }),
  refusals: stepWords,
  async do(unit, { incidentId, basis, who, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const draft = { kind: 'clinician_told', what: basis, words: who || null } as const
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.clinician_told', subjectOf(held.incident), { basis })
    return done({ incidentId })
  },
})
