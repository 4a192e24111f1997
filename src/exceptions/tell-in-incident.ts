import type { Unit } from '#access/unit.ts'
import { addExceptionToLedger } from '#consent/contract.ts'
import type { Channel, Exception, Office, ToldItem } from './exception.ts'
import { reviewDueAt } from './rules.ts'
import { addException } from './store.ts'

/** What somebody outside the school was told of a student in an incident, as its entry says. */
export type ToldInIncident = {
  readonly incidentId: string
  readonly entryId: string
  readonly studentId: string
  readonly schoolId: string
  readonly items: readonly ToldItem[]
  readonly recipientKind: Office
  readonly recipientName: string
  readonly recipientOffice: string
  readonly channel: Channel
  readonly disclosedAt: Date
  readonly disclosedBy: string
}

/**
 * Writes down what was told in a crisis without consent, and the crossing in the one ledger, by the act that
 * says it was told: nobody writes it a second time, and somebody else looks at it [R112] [R136]. The threat
 * (34 CFR 99.36) is what the incident says. No family reads of it: who tells the family, and whether, is a
 * step of the incident that comes later.
 */
export function tellInIncident(unit: Unit, told: ToldInIncident): void {
  const exception: Exception = {
    ...told,
    id: unit.id(),
    basis: 'health_safety_emergency',
    threat: null,
    reportReference: null,
    reportedInId: null,
    familySees: 'nobody',
    recordedAt: unit.now,
    reviewDueAt: reviewDueAt(told.disclosedAt),
  }
  addException(unit, exception)
  addExceptionToLedger(unit, exception)
  const subject = { type: 'consent_exception', id: exception.id, studentId: told.studentId }
  unit.record('exception.recorded', subject, { basis: exception.basis, items: told.items })
}
