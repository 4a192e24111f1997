import { z } from 'zod'
import { look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { obstaclesToReview } from './opening.ts'
import { findOpening, openingsReviewed, openingsWaiting, ownOpenings } from './opening-store.ts'
import { readThrough } from './opening-trail.ts'
import { glassBreakers, openingReaders, openingReviewers } from './policy.ts'

/** Most of what waits, and most of what was reviewed lately, on one page. */
export const mostWaiting = 100
const mostReviewed = 25

const studentsIn = (rows: readonly { studentId: string }[]) => [
  ...new Set(rows.map(({ studentId }) => studentId)),
]

/** The form of breaking the glass, and what one has open. It is not even shown without a fresh proof. */
export const lookGlass = look({
  name: 'people/glass',
  by: glassBreakers,
  given: z.object({}),
  provenLately: () => true,
  shows: { for: 'coordination', whole: ['identity'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const open = await ownOpenings(tx, actor, now)
    view.saw({ type: 'record_opening', id: null, studentIds: studentsIn(open) })
    return { open, calendar: await calendarOf(tx), now }
  },
})

/** Whoever opened a student, what waits for a review, and what was found lately. */
export const lookOpenings = look({
  name: 'people/openings',
  by: openingReaders,
  given: z.object({}),
  shows: { for: 'oversight', whole: ['identity', 'access_record'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const waiting = await openingsWaiting(tx, actor, mostWaiting + 1)
    const reviewed = await openingsReviewed(tx, actor, mostReviewed)
    const shown = waiting.slice(0, mostWaiting)
    view.saw({ type: 'record_opening', id: null, studentIds: studentsIn([...shown, ...reviewed]) })
    return {
      waiting: shown,
      more: waiting.length > mostWaiting,
      reviewed,
      calendar: await calendarOf(tx),
      now,
    }
  },
})
export type SeenOpenings = Awaited<ReturnType<typeof lookOpenings.see>>

/** One opening: who, whom, why, what was read through it, and the review. */
export const lookOpening = look({
  name: 'people/opening',
  by: openingReaders,
  given: z.object({ openingId: id }),
  shows: { for: 'oversight', whole: ['identity', 'access_record'] },
  async see(view, { openingId }) {
    view.permit(true)
    const { tx, actor, now } = view
    const opening = (await findOpening(tx, actor, openingId)) ?? notFound()
    view.saw({ type: 'record_opening', id: opening.id, studentId: opening.studentId })
    const isOwn = opening.personId === actor.personId
    return {
      opening,
      read: await readThrough(tx, opening),
      isOwn,
      mayReview:
        (openingReviewers as readonly Role[]).includes(actor.role) &&
        obstaclesToReview({ isOwn, reviewed: opening.finding !== null }).length === 0,
      calendar: await calendarOf(tx),
      now,
    }
  },
})
export type SeenOpening = Awaited<ReturnType<typeof lookOpening.see>>
