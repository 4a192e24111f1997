import { z } from 'zod'
import { act } from '#access/act.ts'
import { caseloadAt } from '#caseloads/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { choices, id } from '#platform/given.ts'
import { type Agenda, beginReview } from './begin-review.ts'
import { caseOutcomes } from './coverage-store.ts'
import { mostLines } from './opening.ts'
import { reviewers } from './policy.ts'
import { caseOpeningWords } from './words.ts'

/** Students on the caseloads of some schools whom nobody reviewed this week, and how many stay out. */
async function casesToReview(
  tx: Transaction,
  { schools, week, now }: { schools: readonly string[]; week: string; now: Date },
): Promise<Agenda> {
  const [{ students, notConsented }, outcomes] = await Promise.all([
    caseloadAt(tx, schools, now),
    caseOutcomes(tx, { schools, week }),
  ])
  const reviewed = new Set(
    outcomes.flatMap(({ studentId, outcome }) => (outcome === 'reviewed' ? [studentId] : [])),
  )
  const lines = students.flatMap(({ studentId, schoolId, agencies: [first] }) =>
    first === undefined || reviewed.has(studentId)
      ? []
      : [{ referralId: first.referralId, studentId, schoolId }],
  )
  return { lines: lines.slice(0, mostLines), notConsented }
}

/**
 * A case review begins: the house makes the list of the students on the care coordinators' caseloads, within
 * what families agreed to, whom nobody reviewed this week [R161].
 */
export const openCaseReview = act({
  name: 'reviews/open-case-review',
  by: reviewers,
  given: z.object({ schoolIds: choices(id) }),
  refusals: caseOpeningWords,
  fields: { none_chosen: 'schoolIds', too_many: 'schoolIds', nothing_left: 'schoolIds' },
  do: (unit, { schoolIds }) =>
    beginReview(unit, {
      kind: 'care',
      schoolIds,
      agenda: (asked) => casesToReview(unit.tx, { ...asked, now: unit.now }),
    }),
})
