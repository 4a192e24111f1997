import type { Unit } from '#access/unit.ts'
import { subjectOf } from './answering.ts'
import type { Referral } from './referral.ts'
import type { VisitResult } from './visit.ts'
import { cancelVisitsToCome } from './visit-store.ts'

/** A referral that ends leaves no visit behind: nobody is led to one that will not be held. */
export async function cancelVisits(unit: Unit, referral: Referral, result: VisitResult): Promise<void> {
  for (const { id, kind } of await cancelVisitsToCome(unit, referral.id, result)) {
    unit.record('appointment.cancelled', subjectOf(referral), { appointmentId: id, kind, result })
  }
}
