import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, day, text, whole, yesNo } from '#platform/given.ts'
import { careKinds, obstaclesToAdding } from './minor-rule.ts'
import { insertMinorRule } from './minor-rule-store.ts'
import { ruleKeepers } from './policy.ts'
import { ruleObstacleWords } from './words.ts'

/** A rule on who may consent is written down. It is in force only once the legal team approved it [R151]. */
export const addMinorRule = act({
  name: 'consent/add-minor-rule',
  by: ruleKeepers,
  given: z.object({
    state: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'Give the two letters of the state'),
    care: choice(careKinds, 'Say which care it speaks of'),
    fromAge: whole(8, 21),
    caregiverTold: yesNo('Say whether a caregiver may be told'),
    source: text(300, 'Say where it stands in the law'),
    inForceFrom: day,
    inForceUntil: z.preprocess((given) => (given === '' ? undefined : given), day.optional()),
  }),
  refusals: ruleObstacleWords,
  fields: { ends_before_start: 'inForceUntil' },
  async do(unit, { inForceUntil, ...given }) {
    unit.permit(true)
    const because = obstaclesToAdding({ inForceFrom: given.inForceFrom, inForceUntil })
    if (because.length > 0) return refused(because)
    const ruleId = insertMinorRule(unit, { ...given, inForceUntil: inForceUntil ?? null })
    const { state, care, fromAge } = given
    unit.record('minor_rule.added', { type: 'minor_consent_rule', id: ruleId }, { state, care, fromAge })
    return done({ ruleId })
  },
})
