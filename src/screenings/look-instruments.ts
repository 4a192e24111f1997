import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { cutOffsOf, instrumentsOf } from './instrument-store.ts'
import { instrumentKeepers, roundReaders } from './policy.ts'
import { mostPoints } from './scoring.ts'

/** The instruments of the district, and every version of their cut-offs. */
export const lookInstruments = look({
  name: 'screenings/instruments',
  by: roundReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const [instruments, cutOffs, calendar] = await Promise.all([
      instrumentsOf(tx),
      cutOffsOf(tx),
      calendarOf(tx),
    ])
    return {
      instruments: instruments.map(({ items, ...instrument }) => ({
        ...instrument,
        questions: items.length,
        most: mostPoints(items),
        cutOffs: cutOffs.filter(({ instrumentId }) => instrumentId === instrument.id),
      })),
      keeps: (instrumentKeepers as readonly string[]).includes(actor.role),
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenInstruments = Awaited<ReturnType<typeof lookInstruments.see>>
