import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import type { Concern } from './concern.ts'
import { decidersAt } from './deciders.ts'
import { concernLifecycle } from './lifecycle.ts'
import { mayTriage } from './policy.ts'
import { holdConcern, saveConcern } from './store.ts'
import { actWords } from './words.ts'

/** Holds a concern for those who decide in triage at its school. @throws Problem not_found, not_allowed */
export async function holdForTriage(unit: Unit, concernId: string): Promise<Concern> {
  const concern = (await holdConcern(unit, concernId)) ?? notFound()
  const { actor } = unit
  unit.permit(mayTriage({ actor, deciders: await decidersAt(unit) }, concern), subjectOf(concern))
  return concern
}

export const subjectOf = ({ id, studentId }: Pick<Concern, 'id' | 'studentId'>) => ({
  type: 'concern',
  id,
  studentId,
})

/** A concern somebody takes up: from now on they are the contact the reporter may ask [R008]. */
export function takenUp(unit: Unit, concern: Concern): Concern {
  if (concern.state !== 'submitted') return concern
  unit.record('concern.acknowledged', subjectOf(concern))
  const { actor, now } = unit
  return { ...concern, state: 'acknowledged', acknowledgedBy: actor.personId, acknowledgedAt: now }
}

/** Triage staff take a concern up. */
export const acknowledgeConcern = act({
  name: 'concerns/acknowledge-concern',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ concernId: id }),
  refusals: actWords,
  async do(unit, { concernId }) {
    const concern = await holdForTriage(unit, concernId)
    if (concernLifecycle.ends(concern.state)) return refused(['not_open'])
    if (concern.state === 'acknowledged') return refused(['already_taken_up'])
    saveConcern(unit, takenUp(unit, concern))
    return done({ concernId })
  },
})
