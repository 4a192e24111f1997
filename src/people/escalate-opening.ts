import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { isEscalated } from './opening.ts'
import { tellOfOpening } from './opening-alert.ts'
import { anyOpening } from './opening-store.ts'
import { escalationWords } from './opening-words.ts'

/** An opening that nobody reviewed in time is told to the head of the district, once. */
export const escalateOpening = act({
  name: 'people/escalate-opening',
  by: ['system'],
  given: z.object({ openingId: id }),
  refusals: escalationWords,
  async do(unit, { openingId }) {
    const opening = (await anyOpening(unit.tx, openingId)) ?? notFound()
    const subject = { type: 'record_opening', id: opening.id, studentId: opening.studentId }
    unit.permit(true, subject)
    if (opening.finding !== null) return refused(['reviewed'])
    if (!isEscalated(opening, unit.now)) return refused(['not_due'])
    const news = { kind: 'opening.escalated', roles: ['district_head'] } as const
    // The head covers every school, wherever the student is.
    const told = await tellOfOpening(unit, { ...opening, schoolId: null }, news)
    if (told === 0) return refused(['told_already'])
    unit.record('opening.escalated', subject, { told })
    return done({ openingId })
  },
})
