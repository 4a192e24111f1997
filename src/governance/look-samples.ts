import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { isSmall } from '#platform/small-counts.ts'
import { audited } from './audit.ts'
import { countToReview, marksSince } from './case-store.ts'
import { frameOf } from './frame-store.ts'
import { draws, mayDraw, sampleReaders } from './policy.ts'
import { strata } from './sample.ts'
import { listSamples } from './sample-store.ts'

/** Samples on the page, and how far back the audit counts: a year of quarters. */
const [most, auditedDays] = [20, 365]

/** The last quarter that is over: what a sample is drawn from unless somebody says otherwise. */
export function quarterBefore(today: string): { fromOn: string; untilOn: string } {
  const { year, month } = Temporal.PlainDate.from(today)
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % 3), day: 1 })
  return { fromOn: first.subtract({ months: 3 }).toString(), untilOn: addCalendarDays(first.toString(), -1) }
}

/** How many cases the frame of a period holds; null where a count could say whom it is of. */
async function framed({ tx }: Viewing, period: { fromOn: string; untilOn: string }) {
  const parts = []
  for (const stratum of strata) {
    const { length: cases } = await frameOf(tx, stratum, period)
    parts.push({ stratum, cases: isSmall(cases) ? null : cases })
  }
  return parts
}

/** The samples there are, how the steps of the crisis standard went in them, and room to draw the next. */
export const lookSamples = look({
  name: 'governance/samples',
  by: sampleReaders,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const period = quarterBefore(today)
    const mayDrawNext = draws(actor.role) && mayDraw(actor)
    const hides = draws(actor.role)
    const marks = await marksSince(tx, actor, new Date(now.getTime() - auditedDays * 86_400_000))
    return {
      samples: (await listSamples(tx, most)).map(({ cases: _, toReview, reviewed, ...sample }) => ({
        ...sample,
        /** Null where the counts could say whom they are of, to somebody who reads no record. */
        counts: hides && isSmall(toReview) ? null : { toReview, reviewed },
      })),
      period,
      framed: mayDrawNext ? await framed(view, period) : [],
      mayDraw: mayDrawNext,
      waiting: actor.personId === null ? 0 : await countToReview(tx, actor.personId),
      audit: audited(marks, hides),
      reviewed: hides && isSmall(marks.length) ? null : marks.length,
      days: auditedDays,
      today,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenSamples = Awaited<ReturnType<typeof lookSamples.see>>
