import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { staffKeepers } from './policy.ts'
import { professions } from './staff-record.ts'
import { findMember } from './store.ts'
import { insertCredential } from './writing-store.ts'

/** Somebody's credential as it stands now: of which profession, issued by whom, with its license [R157]. */
export const recordCredential = act({
  name: 'staffing/record-credential',
  by: staffKeepers,
  given: z.object({
    personId: id,
    kind: choice(professions),
    issuer: text(120, 'Name the body that issued it'),
    licenseNumber: text(40, 'Give the number of the license'),
    validUntil: day,
  }),
  async do(unit, { personId, ...credential }) {
    const { tx, actor, now } = unit
    const today = dayOf(await calendarOf(tx), now)
    const member = (await findMember(tx, actor, { id: personId, today })) ?? notFound()
    // That somebody out of reach has a record is not for whoever asks.
    if (!member.reached) notFound()
    unit.permit(true)
    const credentialId = insertCredential(unit, member.id, credential)
    const detail = { person: member.id, kind: credential.kind, valid_until: credential.validUntil }
    unit.record('credential.recorded', { type: 'staff_credential', id: credentialId }, detail)
    return done({ personId: member.id, credentialId })
  },
})
