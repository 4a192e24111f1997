import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { choice, id, optionalText, ticked } from '#platform/given.ts'
import { caregiverModes, caregiverTopics, type Draft } from './entry.ts'
import { subjectOf } from './incident.ts'
import { pressedOf } from './pressed.ts'
import { happened, wordsFor, workOnIncident, writeEntry } from './write-entry.ts'
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
  /** Whether it says the words of what was pressed without a network. */
  completes: ticked,
  ...happened,
})

type Said = z.output<typeof Told>

type Missing = 'told_whom_missing' | 'told_how_missing' | 'told_what_missing' | 'exception_incomplete'

/**
 * What it does not say yet. Nothing is taken for granted: the record keeps what somebody chose. A device
 * without a network keeps no words: they are asked before the incident is closed.
 */
function missingIn(
  { told, mode, topic, who, exception, words, happenedAt }: Said,
  exceptions: readonly { code: string }[],
): Missing[] {
  if (happenedAt !== undefined) return []
  const isExcepted = Boolean(words) && exceptions.some(({ code }) => code === exception)
  const isSaid: Readonly<Record<Missing, boolean>> = {
    told_whom_missing: told === 'no' || Boolean(who),
    told_how_missing: told === 'no' || mode !== undefined,
    told_what_missing: told === 'no' || topic !== undefined,
    exception_incomplete: told === 'yes' || isExcepted,
  }
  return (Object.keys(isSaid) as Missing[]).filter((name) => !isSaid[name])
}

const draftOf = ({ told, mode, topic, who, exception, words }: Said): Draft =>
  told === 'yes'
    ? { kind: 'caregiver_told', what: topic ?? null, how: mode ?? null, words: who ?? null }
    : { kind: 'caregiver_not_told', what: exception ?? null, words: words ?? null }

/** A caregiver was told: who, how, and what as a kind; or nobody, by an exception of the standard [R103]. */
export const tellCaregiver = act({
  name: 'crisis/tell-caregiver',
  by: schoolStaff,
  unacknowledged: 'help',
  given: Told,
  refusals: stepWords,
  fields: {
    told_whom_missing: 'who',
    told_how_missing: 'mode',
    told_what_missing: 'topic',
    exception_incomplete: 'words',
  },
  async do(unit, given) {
    const { incidentId, atTime, onDay, happenedAt, seen } = given
    const held = await workOnIncident(unit, incidentId)
    const missing = missingIn(given, held.standard.exceptions)
    if (missing.length > 0) return refused(missing)
    const pressed = given.completes ? pressedOf(held.entries, 'caregiver') : undefined
    const [draft, when] = wordsFor(pressed, draftOf(given), { atTime, onDay, happenedAt, seen })
    const entry = await writeEntry(unit, { held, said: { draft }, when })
    if (typeof entry !== 'string') return entry
    if (pressed) unit.record('crisis.words_added', subjectOf(held.incident), { kind: draft.kind })
    else if (given.told === 'yes')
      unit.record('crisis.caregiver_told', subjectOf(held.incident), { mode: draft.how })
    else unit.record('crisis.caregiver_not_told', subjectOf(held.incident), { exception: draft.what })
    return done({ incidentId })
  },
})
