import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { trainings } from '#access/trainings.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { choice, optionalText, whole } from '#platform/given.ts'
import { paged } from '#platform/paged.ts'
import { askedNow } from './asking.ts'
import { latestCompletions } from './completion-store.ts'
import { peopleNamed, whoIsDue } from './people-store.ts'
import { trainingReaders, trainingRecorders } from './policy.ts'
import { soonDays, standingOf } from './rules.ts'

/** People on a page, people offered to mark, and what was recorded last. */
const [perPage, mostOffered, mostLatest] = [50, 100, 10]

/** Who lacks a training that is asked of them, whose ends soon, and room to record one [R308] [R118]. */
export const lookDue = look({
  name: 'training/due',
  by: trainingReaders,
  given: z.object({
    from: whole(0, 100_000).default(0).catch(0),
    topic: choice(trainings).optional().catch(undefined),
    who: optionalText(80),
  }),
  shows: 'no student',
  async see(view, { from, topic, who = '' }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const today = dayOf(await calendarOf(tx), now)
    const pairs = await askedNow(view)
    const required = trainings.filter((each) => pairs.some((pair) => pair.topic === each))
    const chosen = required.find((each) => each === topic) ?? required[0]
    const keeps = (trainingRecorders as readonly Role[]).includes(actor.role)
    const soon = addCalendarDays(today, soonDays)
    const found = await whoIsDue(tx, actor, { pairs, today, soon, from, limit: perPage + 1 })
    const marked =
      keeps && chosen !== undefined
        ? await peopleNamed(tx, actor, { topic: chosen, typed: who, today, limit: mostOffered + 1 })
        : []
    return {
      ...paged(
        found.map((each) => ({ ...each, standing: standingOf(each.until, today) })),
        { from, perPage },
      ),
      required,
      chosen,
      keeps,
      who,
      people: marked
        .filter(({ personId }) => personId !== actor.personId)
        .slice(0, mostOffered)
        .map((each) => ({ ...each, standing: standingOf(each.until, today) })),
      more: marked.length > mostOffered,
      latest: keeps ? await latestCompletions(tx, actor, mostLatest) : [],
      today,
    }
  },
})
export type SeenDue = Awaited<ReturnType<typeof lookDue.see>>
