import { type Actor, schoolsInReach } from '#access/actor.ts'
import { type Reach } from './log-reach-store.ts'

export const reachOf = (actor: Actor): Reach => ({
  schools: schoolsInReach(actor),
  kept: actor.blockedIds ?? [],
})
