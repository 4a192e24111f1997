import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { text } from '#platform/given.ts'
import { reviewers } from './policy.ts'
import { insertRequest } from './request-store.ts'

/** Asks the crisis standard to say something otherwise, in the act it is called in. @returns its id */
export function askForChange(unit: Unit, words: string): string {
  const changeRequestId = insertRequest(unit, words)
  unit.record('change_request.asked', { type: 'change_request', id: changeRequestId })
  return changeRequestId
}

/** Whoever reviews incidents asks the crisis standard to say something otherwise. It names no student. */
export const requestChange = act({
  name: 'debriefs/request-change',
  by: reviewers,
  given: z.object({ words: text(600, 'Say what the standard should say') }),
  async do(unit, { words }) {
    unit.permit(true)
    const changeRequestId = askForChange(unit, words)
    return done({ changeRequestId })
  },
})
