import { z } from 'zod'
import { look } from '#access/look.ts'
import { coversSchool } from '#access/actor.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { roundReaders, screeners } from './policy.ts'
import { loadsOf } from './result-store.ts'
import { findRound, tallyOf } from './round-store.ts'
import { mostPoints } from './scoring.ts'
import { shownTally } from './tally.ts'

/** One round: who took part and what came of it, in counts that point at nobody [R006]. */
export const lookRound = look({
  name: 'screenings/round',
  by: roundReaders,
  given: z.object({ roundId: id }),
  shows: 'no student',
  async see(view, { roundId }) {
    const { tx, actor, now } = view
    const round = (await findRound(tx, actor, roundId)) ?? notFound()
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const { items, ...told } = round
    const loads = await loadsOf(tx, roundId)
    return {
      round: {
        ...told,
        most: mostPoints(items),
        columns: ['student', 'date', ...items.map(({ linkId }) => linkId)],
      },
      tally: shownTally(await tallyOf(tx, round, today)),
      // How many students a file held could tell of a few: that it came is enough.
      loads: loads.map(({ id: loadId, loadedByName, loadedAt }) => ({ id: loadId, loadedByName, loadedAt })),
      loadable:
        (screeners as readonly string[]).includes(actor.role) &&
        coversSchool(actor, round.schoolId) &&
        round.opensOn <= today,
      today,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenRound = Awaited<ReturnType<typeof lookRound.see>>
