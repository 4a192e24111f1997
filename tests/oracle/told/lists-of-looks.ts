import { findingsOf, latestChecks } from '#coordination/lost-check-store.ts'
import { ids, type List, list, most } from './asked.ts'

/** What a look through everything open found, listed look by look. */
export const ofLooks: List = {
  ...list('lost_finding', 'coordination/findingsOf', async ({ tx, actor }) => {
    const checks = await latestChecks(tx, most)
    return (await Promise.all(checks.map(({ id }) => ids(findingsOf(tx, actor, id))))).flat()
  }),
  less: true,
}
