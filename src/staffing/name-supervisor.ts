import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { staffKeepers } from './policy.ts'
import { ableToSupervise, findMember } from './store.ts'
import { namingWords } from './words.ts'
import { insertSupervisor } from './writing-store.ts'

/** Who supervises somebody who helps students, from now on [R157]. */
export const nameSupervisor = act({
  name: 'staffing/name-supervisor',
  by: staffKeepers,
  given: z.object({ personId: id, supervisorId: id }),
  refusals: namingWords,
  fields: { not_able: 'supervisorId', named_already: 'supervisorId' },
  async do(unit, { personId, supervisorId }) {
    const { tx, actor, now } = unit
    const today = dayOf(await calendarOf(tx), now)
    const member = (await findMember(tx, actor, { id: personId, today })) ?? notFound()
    // That somebody out of reach has a record is not for whoever asks.
    if (!member.reached) notFound()
    unit.permit(true)
    const able = await ableToSupervise(tx, actor, { today, without: member.id })
    if (!able.some((each) => each.id === supervisorId)) return refused(['not_able'])
    if (member.supervisorId === supervisorId) return refused(['named_already'])
    const rowId = insertSupervisor(unit, member.id, supervisorId)
    unit.record('supervisor.named', { type: 'staff_supervisor', id: rowId }, { person: member.id })
    return done({ personId: member.id })
  },
})
