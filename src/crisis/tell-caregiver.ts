import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { caregiverModes, caregiverTopics, type Draft } from './entry.ts'
import { subjectOf } from './incident.ts'
import { happened, workOnIncident, writeEntry } from './write-entry.ts'
import { stepWords } from './words.ts'

const Told = z.object({
  incidentId: id,
  told: choice(['yes', 'no'], 'Say whether a caregiver was told'),
  mode: choice(caregiverModes).optional(),
  topic: choice(caregiverTopics).optional(),
  /** Who was told. */
  who: optionalText(120),
  /** Why nobody was, by the standard. */
  exception: optionalText(60),
  words: optionalText(500),
  ...happened,
})

/** What is kept; undefined while it does not say how and what, or by which exception of the standard. */
function draftOf(
  { told, mode, topic, who, exception, words }: z.output<typeof Told>,
  exceptions: readonly { code: string }[],
): Draft | undefined {
  if (told === 'yes')
    return mode && topic && who ? { kind: 'caregiver_told', what: topic, how: mode, words: who } : undefined
  const known = exceptions.some(({ code }) => code === exception)
  return known && words ? { kind: 'caregiver_not_told', what: exception ?? null, words } : undefined
}

/** A caregiver was told: who, how, and what as a kind; or nobody, by an exception of the standard [R103]. */
export const tellCaregiver = act({
  name: 'crisis/tell-caregiver',
  by: schoolStaff,
  unacknowledged: 'help',
  given: Told,
  refusals: stepWords,
  fields: { telling_incomplete: 'who', exception_incomplete: 'words' },
  async do(unit, given) {
    const { incidentId, atTime, onDay, happenedAt, seen } = given
    const held = await workOnIncident(unit, incidentId)
    const draft = draftOf(given, held.standard.exceptions)
    if (draft === undefined)
      return refused([given.told === 'yes' ? 'telling_incomplete' : 'exception_incomplete'])
    const entry = await writeEntry(unit, { held, said: { draft }, when: { atTime, onDay, happenedAt, seen } })
    if (typeof entry !== 'string') return entry
    if (given.told === 'yes')
      unit.record('crisis.caregiver_told', subjectOf(held.incident), { mode: draft.how })
    else unit.record('crisis.caregiver_not_told', subjectOf(held.incident), { exception: draft.what })
    return done({ incidentId })
  },
})
