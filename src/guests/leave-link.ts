import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { noteGuestOut } from './door-store.ts'
import { holdGuestLink } from './link-store.ts'

/** Somebody at an agency who came in by a link leaves: what the browser keeps lets nobody in any more. */
export const leaveGuestLink = act({
  name: 'guests/leave-link',
  by: ['system'],
  given: z.object({ guestLinkId: id }),
  async do(unit, { guestLinkId }) {
    const link = (await holdGuestLink(unit, guestLinkId)) ?? notFound()
    const subject = { type: 'guest_link', id: link.id, studentId: link.studentId }
    unit.permit(true, subject)
    noteGuestOut(unit, link.id)
    unit.record('guest_link.left', subject)
    return done({})
  },
})
