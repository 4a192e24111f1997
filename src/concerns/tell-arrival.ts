import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { subjectOf } from './acknowledge-concern.ts'
import type { Concern } from './concern.ts'
import { holdArrived } from './news-store.ts'
import { newsOf } from './rules.ts'
import { queueOf, tellOf } from './tell-queue.ts'
import { arrivalWords } from './words.ts'

/**
 * Tells whose queue it is, but not who brought it, that a concern came in which does not wait until somebody
 * looks. Once: whatever somebody took up meanwhile is news no more.
 */
export const tellArrival = act({
  name: 'concerns/tell-arrival',
  by: ['system'],
  given: z.object({ concernId: id }),
  refusals: arrivalWords,
  async do(unit, { concernId }) {
    unit.permit(true, { type: 'concern', id: concernId })
    const concern = await holdArrived(unit, concernId)
    const kind = concern && newsOf(concern)
    if (concern === undefined || kind === undefined) return refused(['no_news'])
    const found = await queueOf(unit, concern)
    const people = found.map((person) => person.id).filter((each) => each !== concern.reporterId)
    await tellOf(unit, concern, { people, kind })
    unit.record('concern.queue_told', subjectOf(concern), { people })
    return done({ told: people.length })
  },
})

/**
 * Asks for it, right after the concern is there. Whoever asks on the public page is shown nobody who works at
 * a school, so that it is the house that tells them.
 */
export function askToTell(unit: Unit, concern: Pick<Concern, 'id' | 'source' | 'urgency'>): void {
  if (newsOf(concern) === undefined) return
  const { id: concernId } = concern
  const key = `concerns/tell-arrival/${concernId}`
  unit.enqueue({ task: 'concerns/tell-arrival', payload: { concernId }, key })
}
