import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { noteLeft } from './family-link-door-store.ts'
import { holdLink } from './family-link-store.ts'

/** Whoever came in by a link leaves: what the browser keeps lets nobody in any more. */
export const leaveFamilyLink = act({
  name: 'people/leave-family-link',
  by: ['system'],
  given: z.object({ linkId: id }),
  async do(unit, { linkId }) {
    const link = (await holdLink(unit, linkId)) ?? notFound()
    const subject = { type: 'family_link', id: link.id, studentId: link.studentId }
    unit.permit(true, subject)
    noteLeft(unit, link.id)
    unit.record('family_link.left', subject)
    return done({})
  },
})
