import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { id, text } from '#platform/given.ts'
import { holdForTriage, subjectOf } from './acknowledge-concern.ts'
import { concernLifecycle } from './lifecycle.ts'
import { isHighRisk } from './rules.ts'
import { latestScreening } from './screening-store.ts'
import { saveConcern } from './store.ts'
import { tellReporter } from './tell-reporter.ts'
import { actWords } from './words.ts'

/** Triage staff close a concern without a path, and say why: its one recorded disposition [R007]. */
export const closeConcern = act({
  name: 'concerns/close-concern',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ concernId: id, reason: text(500, 'Write why it is closed') }),
  refusals: actWords,
  async do(unit, { concernId, reason }) {
    const concern = await holdForTriage(unit, concernId)
    if (!concernLifecycle.allows(concern.state, 'close')) return refused(['not_open'])
    const screening = await latestScreening(unit.tx, concernId)
    if (screening !== undefined && isHighRisk(screening)) return refused(['crisis_open'])
    const closedBy = unit.actor.personId
    saveConcern(unit, { ...concern, state: 'closed', closedReason: reason, closedBy, endedAt: unit.now })
    unit.record('concern.closed', subjectOf(concern), { source: concern.source })
    tellReporter(unit, concern, 'reporter.closed')
    return done({ concernId })
  },
})
