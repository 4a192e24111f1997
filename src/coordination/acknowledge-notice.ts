import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { assignableRoles } from '#access/roles.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findNotice, readNotice } from './notice-store.ts'

/**
 * Somebody has read what they were told. News is for people: the public page and the system are told nothing.
 * Somebody else's is as if there were none.
 */
export const acknowledgeNotice = act({
  name: 'coordination/acknowledge-notice',
  by: assignableRoles,
  given: z.object({ noticeId: id }),
  async do(unit, { noticeId }) {
    const notice = (await findNotice(unit, noticeId)) ?? notFound()
    unit.permit(notice.personId === unit.actor.personId)
    await readNotice(unit, notice.id)
    unit.record('notice.read', { type: notice.subjectType, id: notice.subjectId })
    return done({ noticeId })
  },
})
