import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf, schoolChoice } from '#district/contract.ts'
import { asked, choose } from '#platform/choosing.ts'
import { instrumentsOf } from './instrument-store.ts'
import { roundReaders, screeners } from './policy.ts'
import { gradesAt, listRounds } from './round-store.ts'

/** The rounds of schools within reach, and what opening one asks. */
export const lookRounds = look({
  name: 'screenings/rounds',
  by: roundReaders,
  given: z.object({ school: asked }),
  shows: 'no student',
  async see(view, { school }) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const screens = (screeners as readonly string[]).includes(actor.role)
    const rounds = await listRounds(tx, actor)
    return {
      rounds: rounds.map(({ items: _, ...round }) => round),
      screens,
      choice: screens ? await choose(school, schoolChoice(tx, actor)) : undefined,
      instruments: screens
        ? (await instrumentsOf(tx)).map(({ id, title, edition }) => ({ id, title, edition }))
        : [],
      grades: screens ? await gradesAt(tx, actor) : [],
      today: dayOf(await calendarOf(tx), now),
    }
  },
})
export type SeenRounds = Awaited<ReturnType<typeof lookRounds.see>>
