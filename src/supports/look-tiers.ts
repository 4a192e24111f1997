import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { tierMovesOf } from '#concerns/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { findStudent, personNames, studentName } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { textOf } from './criterion-text.ts'

/** How a student moved between tiers: each move with its day and its criteria, as they read then [R334]. */
export const lookTiers = look({
  name: 'supports/tiers',
  by: careTeam,
  given: z.object({ studentId: id }),
  shows: { for: 'coordination', whole: ['identity', 'supports'] },
  async see(view, { studentId }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: studentId, studentId })
    const moves = await tierMovesOf(view.tx, studentId)
    const names = await personNames(
      view.tx,
      moves.map(({ movedBy }) => movedBy),
    )
    const { timeZone } = await calendarOf(view.tx)
    return {
      student: { id: studentId, name: studentName(student) },
      moves: await Promise.all(
        moves.map(async ({ fromTier, toTier, exitCriterion, entryCriterion, movedBy, movedAt }) => ({
          fromTier,
          toTier,
          movedAt,
          exit: await textOf(view, exitCriterion, movedAt),
          entry: await textOf(view, entryCriterion, movedAt),
          by: names.get(movedBy) ?? '',
        })),
      ),
      timeZone,
      now: view.now,
    }
  },
})
export type SeenTiers = Awaited<ReturnType<typeof lookTiers.see>>
