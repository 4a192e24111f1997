import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { findSchool, schoolsOfDistrict } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { asked, meantBy } from '#platform/choosing.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { addEntry } from './entry-store.ts'
import { obstaclesToPassing } from './ending.ts'
import { subjectOf } from './incident.ts'
import { openIncident } from './open-incident.ts'
import { passedOnFrom } from './passing-store.ts'
import { mayDecide } from './policy.ts'
import { endingWords } from './words-of-endings.ts'
import { workOnIncident } from './write-entry.ts'

/** The open school that was chosen, or the one whose name was typed; undefined where it is not one. */
async function schoolMeant(
  tx: Transaction,
  { schoolId, school }: { schoolId?: string | undefined; school?: string | undefined },
) {
  const all = await schoolsOfDistrict(tx)
  if (schoolId !== undefined) return all.find((each) => each.id === schoolId) ?? notFound()
  const meant = meantBy(school ?? '', all)
  return meant.length === 1 ? meant[0] : undefined
}

/**
 * An incident of somebody of another school of the district begins there, and its lead is told at once. This
 * school has its own until somebody there has answered: only then it lets go.
 */
export const passOn = act({
  name: 'crisis/pass-on',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    schoolId: id.optional(),
    school: asked,
    why: text(500, 'Say what they have to know'),
  }),
  refusals: endingWords,
  fields: { school_elsewhere_missing: 'school' },
  async do(unit, { incidentId, schoolId, school, why }) {
    const { incident } = await workOnIncident(unit, incidentId)
    const meant = await schoolMeant(unit.tx, { schoolId, school })
    if (incident.state === 'closed') return refused(['closed'])
    if (!mayDecide(unit.actor, incident)) return refused(['not_a_lead'])
    const because = obstaclesToPassing({
      incident,
      passedOn: await passedOnFrom(unit.tx, incidentId),
      schoolId: meant?.id,
    })
    if (meant === undefined || because.length > 0) return refused(because)
    const { source, place, onPremises, knownBy, servicesCalled, startedAt } = incident
    const known = { source, place, onPremises, knownBy, servicesCalled, startedAt }
    const there = await openIncident(unit, { ...known, schoolId: meant.id, fromId: incidentId })
    const here = (await findSchool(unit.tx, incident.schoolId))?.name ?? ''
    const at = { happenedAt: unit.now }
    addEntry(unit, incident, { kind: 'passed_on', words: `${meant.name}: ${why}`, ...at })
    addEntry(unit, { id: there, studentId: null }, { kind: 'came_from', words: `${here}: ${why}`, ...at })
    unit.record('crisis.passed_on', subjectOf(incident), { to: there })
    return done({ incidentId })
  },
})
