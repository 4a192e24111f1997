import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { endDrill } from '#crisis/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { drillKeepers } from './policy.ts'
import { obstaclesToCallingOff } from './rules.ts'
import { holdDrill, saveCalledOff } from './store.ts'
import { drillWords } from './words.ts'

/** A drill that was planned is not held. It counts for nothing: the school stays due. */
export const callOffDrill = act({
  name: 'drills/call-off-drill',
  by: drillKeepers,
  given: z.object({ drillId: id }),
  refusals: drillWords,
  async do(unit, { drillId }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    const subject = { type: 'crisis_drill', id: drill.id }
    unit.permit(true, subject)
    const obstacles = obstaclesToCallingOff(drill)
    if (obstacles.length > 0) return refused(obstacles)
    saveCalledOff(unit, drill)
    unit.record('drill.called_off', subject)
    if (drill.begunAt !== null) await endDrill(unit, drill.id)
    return done({ drillId })
  },
})
