import { scopeOf } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import { type Role, triageStaff } from '#access/roles.ts'
import { decidersAt } from './deciders.ts'
import { isDecider, mayRaise } from './policy.ts'

const known: readonly Role[] = [...triageStaff, 'student_support_head']

/** Whether the triage queue stands in somebody's menu. Of the others the standard in force says it [R018]. */
export async function seesQueue({ db, clock, actor }: Doer): Promise<boolean> {
  if (known.includes(actor.role)) return true
  const now = clock.now()
  return db.transaction(scopeOf(actor), async (tx) => isDecider(actor.role, await decidersAt({ tx, now })))
}

/** Whether one's own concerns stand there: for those who may raise one. */
export const seesOwn = async ({ actor }: Doer): Promise<boolean> => mayRaise(actor.role)

/** The same as of the queue, for the page that says which role owns each queue. */
export const seesOwners = async (doer: Doer): Promise<boolean> =>
  doer.actor.role === 'district_head' || seesQueue(doer)
