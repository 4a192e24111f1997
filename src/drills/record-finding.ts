import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { insertNotice } from '#concerns/contract.ts'
import { askForChange } from '#debriefs/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { leads } from './drill.ts'
import { insertFinding } from './finding-store.ts'
import { ownersFor } from './owners.ts'
import { drillKeepers } from './policy.ts'
import { holdDrill } from './store.ts'
import { findingWords } from './words.ts'

/**
 * What a drill showed, with who sees to it by which day: something somebody does, or a change of the crisis
 * standard, which is asked for in the one register of such requests [R113].
 */
export const recordFinding = act({
  name: 'drills/record-finding',
  by: drillKeepers,
  given: z.object({
    drillId: id,
    words: text(500, 'Write what the drill showed'),
    leadsTo: choice(leads, 'Choose what comes of it'),
    ownerId: id,
    dueOn: day,
  }),
  refusals: findingWords,
  fields: { owner_unknown: 'ownerId', not_theirs: 'ownerId', due_behind: 'dueOn' },
  async do(unit, { drillId, words, leadsTo, ownerId, dueOn }) {
    const drill = (await holdDrill(unit, drillId)) ?? notFound()
    unit.permit(true, { type: 'crisis_drill', id: drill.id })
    if (drill.completedAt === null) return refused(['not_held'])
    const isOf = async (of: typeof leadsTo) =>
      (await ownersFor(unit, drill.schoolId, of)).some((person) => person.id === ownerId)
    if (!(await isOf(leadsTo)))
      return (await isOf('action')) ? refused(['not_theirs']) : refused(['owner_unknown'])
    if (dueOn < dayOf(await calendarOf(unit.tx), unit.now)) return refused(['due_behind'])
    const changeRequestId = leadsTo === 'standard' ? askForChange(unit, words) : null
    const findingId = insertFinding(unit, { drillId, words, leadsTo, ownerId, dueOn, changeRequestId })
    const subject = { type: 'crisis_drill_finding', id: findingId }
    unit.record('drill_finding.written', subject, { drill: drillId, leads_to: leadsTo, owner: ownerId })
    if (ownerId !== unit.actor.personId)
      insertNotice(unit, { personId: ownerId, kind: 'drill.finding_given', subject })
    return done({ drillId })
  },
})
