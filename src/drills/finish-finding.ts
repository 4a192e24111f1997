import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findingOutcomes } from './drill.ts'
import { holdFinding, saveFinished } from './finding-store.ts'
import { drillKeepers, drillReaders } from './policy.ts'
import { obstaclesToFinishing } from './rules.ts'
import { finishingWords } from './words.ts'

/** What a drill showed was seen to, by whoever owns it or keeps the drills of the school. */
export const finishFinding = act({
  name: 'drills/finish-finding',
  by: drillReaders,
  given: z.object({ findingId: id, outcome: choice(findingOutcomes, 'Choose how it ended') }),
  refusals: finishingWords,
  fields: { no_change_asked: 'outcome' },
  async do(unit, { findingId, outcome }) {
    const finding = (await holdFinding(unit, findingId)) ?? notFound()
    const subject = { type: 'crisis_drill_finding', id: finding.id }
    const { personId, role } = unit.actor
    unit.permit(finding.ownerId === personId || (drillKeepers as readonly string[]).includes(role), subject)
    const obstacles = obstaclesToFinishing(finding, outcome)
    if (obstacles.length > 0) return refused(obstacles)
    saveFinished(unit, finding, outcome)
    unit.record('drill_finding.finished', subject, { outcome })
    return done({ drillId: finding.drillId })
  },
})
