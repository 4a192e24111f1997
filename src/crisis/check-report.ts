import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/**
 * Somebody looked at the duty to report. Whether there was a report stands nowhere here: it has a record of
 * its own, which few may read [R116].
 */
export const checkReport = act({
  name: 'crisis/check-report',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({ incidentId: id, ...happened }),
  refusals: stepWords,
  async do(unit, { incidentId, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const entry = await writeEntry(unit, { held, said: { draft: { kind: 'report_checked' } }, when })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.report_checked', subjectOf(held.incident))
    return done({ incidentId })
  },
})
