import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { text } from '#platform/given.ts'
import { reviewers } from './policy.ts'
import { insertRequest } from './request-store.ts'

/** Whoever reviews incidents asks the crisis standard to say something otherwise. It names no student. */
export const requestChange = act({
  name: 'debriefs/request-change',
  by: reviewers,
  given: z.object({ words: text(600, 'Say what the standard should say') }),
  async do(unit, { words }) {
    unit.permit(true)
    const changeRequestId = insertRequest(unit, words)
    unit.record('change_request.asked', { type: 'change_request', id: changeRequestId })
    return done({ changeRequestId })
  },
})
