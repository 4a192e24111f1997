import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayReadMember, maySupervise, staffReaders } from './policy.ts'
import { obstaclesToSupervising } from './rules.ts'
import { supervisionForms } from './staff-record.ts'
import { findMember, supervisionsOf } from './store.ts'
import { supervisingWords } from './words.ts'
import { insertSupervision } from './writing-store.ts'

/** Somebody was supervised on a day: the supervisor says so, or whoever keeps the record [R157]. */
export const recordSupervision = act({
  name: 'staffing/record-supervision',
  by: staffReaders,
  given: z.object({
    personId: id,
    heldOn: day,
    form: choice(supervisionForms),
    minutes: whole(15, 480),
  }),
  refusals: supervisingWords,
  fields: { held_ahead: 'heldOn', recorded_already: 'heldOn' },
  async do(unit, { personId, ...given }) {
    const { tx, actor, now } = unit
    const today = dayOf(await calendarOf(tx), now)
    const member = (await findMember(tx, actor, { id: personId, today })) ?? notFound()
    const reading = { member, reached: member.reached }
    if (!mayReadMember(actor, reading)) notFound()
    unit.permit(maySupervise(actor, reading))
    const held = await supervisionsOf(tx, member.id)
    const because = obstaclesToSupervising(given, { member, by: actor.personId, today, held })
    if (because.length > 0 || member.supervisorId === null) return refused(because)
    const supervisionId = insertSupervision(unit, member.id, { ...given, supervisor: member.supervisorId })
    const detail = { person: member.id, held_on: given.heldOn, form: given.form }
    unit.record('supervision.recorded', { type: 'supervision', id: supervisionId }, detail)
    return done({ personId: member.id, supervisionId })
  },
})
