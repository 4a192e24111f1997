import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { type Doer, inTransaction } from '#access/doer.ts'
import { id } from '#platform/given.ts'
import { subjectOf } from './acknowledge-concern.ts'
import { keepLate, listLate } from './news-store.ts'
import { lateLeads } from './policy.ts'
import { holdersFor, queueOf, tellOf } from './tell-queue.ts'
import { lateWords } from './words.ts'

/**
 * A concern was not decided in its time: whom it waits for is told, then the lead of the school, once. The
 * lead hears that one is late and not of whom it is; a student's own request stays with triage [R004].
 */
export const tellLate = act({
  name: 'concerns/tell-late',
  by: ['system'],
  given: z.object({ concernId: id }),
  refusals: lateWords,
  async do(unit, { concernId }) {
    unit.permit(true, { type: 'concern', id: concernId })
    const concern = await keepLate(unit, concernId)
    if (concern === undefined) return refused(['not_late'])
    const queue = (await queueOf(unit, concern)).map((person) => person.id)
    const leads = await holdersFor(unit, concern, lateLeads)
    const lead = leads.slice(0, 1).flatMap((person) => (queue.includes(person.id) ? [] : [person.id]))
    await tellOf(unit, concern, { people: queue, kind: 'concern.late' })
    await tellOf(unit, concern, { people: lead, kind: 'concern.undecided' })
    const { dueAt, dueStandard } = concern
    const people = [...queue, ...lead]
    unit.record('concern.late_told', subjectOf(concern), {
      clock: dueStandard.clock,
      dueAt: dueAt.toISOString(),
      people,
    })
    return done({ told: people.length })
  },
})

/**
 * Tells of every concern of a district that was not decided in its time. One that fails holds up no other:
 * it is tried again in the next round.
 * @throws AggregateError after all were tried
 */
export async function tellLateConcerns(doer: Doer): Promise<void> {
  const now = doer.clock.now()
  const failed: unknown[] = []
  for (const concernId of await inTransaction(doer, (tx) => listLate(tx, now)))
    await tellLate.perform(doer, { concernId }).catch((error: unknown) => failed.push(error))
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} late concerns were told to nobody`)
}
