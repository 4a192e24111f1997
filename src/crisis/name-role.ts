import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText, ticked } from '#platform/given.ts'
import { incidentRoles } from './entry.ts'
import { namedAt } from './people-at.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

/** Somebody has one of the four roles: oneself with one tap, somebody of the staff, or a name [R100]. */
export const nameRole = act({
  name: 'crisis/name-role',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    role: choice(incidentRoles),
    self: ticked,
    personId: id.optional(),
    name: optionalText(80),
    ...happened,
  }),
  refusals: stepWords,
  fields: { nobody_named: 'personId' },
  async do(unit, { incidentId, role, self, personId, name, ...when }) {
    const held = await workOnIncident(unit, incidentId)
    const chosen = self ? unit.actor.personId : await namedAt(unit, held.incident, personId)
    if (chosen === null && !name) return refused(['nobody_named'])
    const draft = {
      kind: 'role_named',
      what: role,
      personId: chosen,
      words: chosen === null ? name : null,
    } as const
    const entry = await writeEntry(unit, {
      held,
      said: { draft: { ...draft, words: draft.words ?? null } },
      when,
    })
    if (typeof entry !== 'string') return entry
    unit.record('crisis.role_named', subjectOf(held.incident), { role, person: chosen })
    return done({ incidentId })
  },
})
