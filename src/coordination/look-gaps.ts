import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { type GapRow, referralsWithGaps } from './gap-store.ts'
import { nextVisitDueAt } from './look-student.ts'
import { gapsOf } from './six-answers.ts'

/** Students on one page. */
const size = 30

/** Students whose page would show a gap: which of the six, who owes the answer, and by when [R082]. */
export const lookGaps = look({
  name: 'coordination/gaps',
  by: careTeam,
  given: z.object({ after: pageKey }),
  async see(view, asked) {
    view.permit(true)
    const { tx, actor, now } = view
    const [calendar, model] = [await calendarOf(tx), await modelInForce(tx, now)]
    const rows = await referralsWithGaps(tx, actor, {
      now,
      today: dayOf(calendar, now),
      after: asked.after,
      limit: size + 1,
    })
    const shown = rows.slice(0, size)
    const meeting = ({ referredAt: startedAt, highNeed }: GapRow) =>
      dueAt(calendar, model.time_standards.body, { clock: 'progress_meeting', startedAt, highNeed }).dueAt
    view.saw({ type: 'gaps', id: null, studentIds: [...new Set(shown.map(({ studentId }) => studentId))] })
    const last = shown.at(-1)
    return {
      now,
      calendar,
      rows: shown.map((row) => ({
        ...row,
        gaps: gapsOf({
          ...row,
          navigator: row.navigatorName,
          partner: row.partnerShortName,
          decider: row.deciderName ?? row.navigatorName,
          handoffDueAt: row.handoffDueAt ?? row.nextDueAt,
          measuresDueAt: meeting(row),
          nextVisitDueAt: nextVisitDueAt(row, { calendar, model }),
          head: '',
          now,
        }),
      })),
      next:
        rows.length > size && last !== undefined
          ? pageKeyText({ at: last.nextDueAt, id: last.id })
          : undefined,
    }
  },
})
export type SeenGaps = Awaited<ReturnType<typeof lookGaps.see>>
