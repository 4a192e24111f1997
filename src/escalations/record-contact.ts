import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, optionalText, yesNo } from '#platform/given.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { addEntry } from './entry-store.ts'
import { spokenWith } from './escalation.ts'
import { leads } from './policy.ts'
import { isStudentAlone } from './student-alone.ts'
import { subjectOf } from './tell.ts'
import { contactWords } from './words.ts'
import { workOnEscalation } from './work-on-escalation.ts'

const most = 8

/** The first of three: the family was contacted, and what is in the way [R090]. */
export const recordContact = act({
  name: 'escalations/record-contact',
  by: leads,
  given: z.object({
    escalationId: id,
    reached: yesNo('Say whether you reached the family'),
    /** A student who agreed to the care alone is talked with, and no caregiver [R151]. */
    spokeWith: choice(spokenWith).default('caregiver'),
    barriers: z.array(z.string().max(60)).max(most).default([]),
    words: optionalText(1000),
  }),
  refusals: contactWords,
  fields: { student_answers_alone: 'spokeWith', barriers_missing: 'barriers', barrier_unknown: 'barriers' },
  async do(unit, { escalationId, reached, spokeWith, barriers, words }) {
    const escalation = await workOnEscalation(unit, escalationId)
    const model = await modelInForce(unit.tx, unit.now)
    const known = choicesOf(model.reasons.body, 'barrier').map(({ code }) => code)
    const because = [
      ...(escalation.state === 'closed' ? (['closed_already'] as const) : []),
      ...(spokeWith === 'caregiver' && (await isStudentAlone(unit.tx, escalation))
        ? (['student_answers_alone'] as const)
        : []),
      ...(reached && barriers.length === 0 ? (['barriers_missing'] as const) : []),
      ...(barriers.every((code) => known.includes(code)) ? [] : (['barrier_unknown'] as const)),
    ]
    if (because.length > 0) return refused(because)
    addEntry(unit, escalation, { kind: 'family', reached, spokeWith, barriers, words: words || null })
    unit.record('escalation.family_contacted', subjectOf(escalation), { reached, spokeWith, barriers })
    return done({ escalationId })
  },
})
