import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { findPartner } from '#directory/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { tellGate } from './move-gate.ts'

/** A day has come on which a document begins or has ended. Done twice, the second time changes nothing. */
export const watchGate = act({
  name: 'partnership/watch-gate',
  by: ['system'],
  given: z.object({ partnerId: id }),
  async do(unit, { partnerId }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    await tellGate(unit, partner.id)
    unit.record('partner.gate_watched', subject)
    return done({ partnerId: partner.id })
  },
})
