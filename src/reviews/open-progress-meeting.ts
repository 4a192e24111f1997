import { z } from 'zod'
import { act } from '#access/act.ts'
import { caseloadAt } from '#caseloads/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { choices, id } from '#platform/given.ts'
import { type Agenda, beginReview } from './begin-review.ts'
import { mostLines } from './opening.ts'
import { reviewers } from './policy.ts'
import { updatedSince } from './progress.ts'
import { figuresOf } from './progress-store.ts'
import { progressOpeningWords } from './words.ts'

type ObstacleToChoosing = 'nobody_chosen' | 'not_here' | 'too_many_students'
type Asked = { schools: readonly string[]; chosen: ReadonlySet<string>; now: Date }

/** How everybody in service does, in counts, and the students who were chosen to be spoken of. */
async function agendaOf(
  tx: Transaction,
  { schools, chosen, now }: Asked,
): Promise<Agenda<ObstacleToChoosing>> {
  const [{ students, notConsented }, figures] = await Promise.all([
    caseloadAt(tx, schools, now),
    figuresOf(tx, { schools, now, since: updatedSince(now) }),
  ])
  const lines = students.flatMap(({ studentId, schoolId, agencies: [first] }) =>
    first === undefined || !chosen.has(studentId)
      ? []
      : [{ referralId: first.referralId, studentId, schoolId }],
  )
  const because = [
    ...(students.length > 0 && chosen.size === 0 ? ['nobody_chosen' as const] : []),
    ...(lines.length < chosen.size ? ['not_here' as const] : []),
    ...(lines.length > mostLines ? ['too_many_students' as const] : []),
  ]
  return { lines, notConsented, figures, because }
}

/**
 * A meeting about progress begins: how all students in service do is counted, and those who were chosen are
 * spoken of, each within what the family agreed to [R171].
 */
export const openProgressMeeting = act({
  name: 'reviews/open-progress-meeting',
  by: reviewers,
  given: z.object({ schoolIds: choices(id), studentIds: choices(id) }),
  refusals: progressOpeningWords,
  fields: {
    none_chosen: 'schoolIds',
    too_many: 'schoolIds',
    nobody_chosen: 'studentIds',
    not_here: 'studentIds',
    too_many_students: 'studentIds',
  },
  do: (unit, { schoolIds, studentIds }) =>
    beginReview(unit, {
      kind: 'progress',
      schoolIds,
      agenda: ({ schools }) => agendaOf(unit.tx, { schools, chosen: new Set(studentIds), now: unit.now }),
    }),
})
