import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { type Doer, inTransaction } from '#access/doer.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { lookAgain, tellGate } from './move-gate.ts'
import { agenciesOnFile, documentsAhead } from './watch-store.ts'

/**
 * A day has come on which a document begins or has ended, or nobody knows whether one has. Also sees to it
 * that the days to come are waited for. Done twice, the second time changes nothing.
 */
export const watchGate = act({
  name: 'partnership/watch-gate',
  by: ['system'],
  given: z.object({ partnerId: id }),
  async do(unit, { partnerId }) {
    const partner = (await findPartner(unit.tx, partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    await tellGate(unit, partner.id)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    for (const document of await documentsAhead(unit.tx, partner.id, today)) await lookAgain(unit, document)
    unit.record('partner.gate_watched', subject)
    return done({ partnerId: partner.id })
  },
})

/** Looks at every gate of the district: documents that came in without an act are waited for by nobody. */
export async function watchGates(doer: Doer): Promise<void> {
  const agencies = await inTransaction(doer, agenciesOnFile)
  for (const { partnerId } of agencies) await watchGate.perform(doer, { partnerId })
}
