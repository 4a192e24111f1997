import { incidentsWithCalls, runningIncidents } from '#crisis/store.ts'
import { owedImprovements } from '#debriefs/improvement-store.ts'
import { listReviews } from '#debriefs/store.ts'
import { casesOf } from '#governance/case-store.ts'
import { listSamples } from '#governance/sample-store.ts'
import { openFollowUps } from '#returns/follow-up-store.ts'
import { ownSheets } from '#returns/sheet-store.ts'
import { openPlans } from '#returns/store.ts'
import { ids, type List, list } from './asked.ts'

/** Incidents, and what is owed after them, at the schools they were of. */
export const ofIncidents: readonly List[] = [
  {
    // Only those in which a response was called.
    ...list('crisis_incident', 'crisis/incidentsWithCalls', ({ tx, actor }) =>
      ids(incidentsWithCalls(tx, actor, new Date(0))),
    ),
    less: true,
  },
  list('crisis_incident', 'crisis/runningIncidents', ({ tx, actor }) => ids(runningIncidents(tx, actor))),
  list('incident_review', 'debriefs/listReviews', ({ tx, actor }) =>
    ids(listReviews(tx, actor, new Date(0))),
  ),
  list('sampled_case', 'governance/casesOf', async ({ tx, actor }) => {
    const samples = await listSamples(tx, 20)
    const each = await Promise.all(samples.map(({ id }) => ids(casesOf(tx, actor, id))))
    return each.flat()
  }),
  list('improvement', 'debriefs/owedImprovements', ({ tx, actor }) => ids(owedImprovements(tx, actor))),
  list('return_plan', 'returns/openPlans', ({ tx, actor }) => ids(openPlans(tx, actor))),
  list('follow_up', 'returns/openFollowUps', ({ tx, actor }) => ids(openFollowUps(tx, actor))),
  {
    // Somebody's own, and of no others.
    ...list('return_sheet', 'returns/ownSheets', ({ tx, actor }) => ids(ownSheets(tx, actor))),
    less: true,
  },
]
