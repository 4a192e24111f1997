import type { Subject } from '#access/trail.ts'
import type { Unit } from '#access/unit.ts'
import type { ReferralAct } from './lifecycle.ts'
import { moveReferral } from './move-referral.ts'
import type { Referral } from './referral.ts'
import { obstaclesToBooking } from './rules.ts'
import { addStatus } from './status-store.ts'
import type { StatusSource } from './status.ts'
import type { Visit } from './visit.ts'
import { addVisit, type NewVisit, saveResult } from './visit-store.ts'

type Wanted = Pick<
  NewVisit,
  'kind' | 'startsAt' | 'minutes' | 'place' | 'modality' | 'withWhom' | 'replacesId'
>
export type ToBook = { referral: Referral; wanted: Wanted; now: Date; visits: readonly Visit[] }

/** Why the visit cannot be booked, from everything that is booked already. */
export function obstaclesToVisit({ referral, wanted, now, visits }: ToBook) {
  const replaced = visits.find(
    (visit) => visit.id === wanted.replacesId && visit.partnerId === referral.partnerId,
  )
  const open = visits.filter((visit) => visit.result === null && visit.id !== wanted.replacesId)
  return obstaclesToBooking({
    startsAt: wanted.startsAt,
    now,
    replaced,
    replaces: wanted.replacesId !== null,
    open,
  })
}

type Booked = { referral: Referral; wanted: Wanted; source: StatusSource; subject: Subject }

/**
 * Books a visit: one row more. One that is moved keeps its own row, with the result that it was moved
 * [R083]. The first booking of a referral is the status "scheduled".
 */
export async function bookVisit(unit: Unit, { referral, wanted, source, subject }: Booked): Promise<string> {
  const id = unit.id()
  if (wanted.replacesId !== null && (await saveResult(unit, wanted.replacesId, 'rescheduled'))) {
    unit.record('appointment.rescheduled', subject, { appointmentId: wanted.replacesId })
  }
  await addVisit(unit, {
    ...wanted,
    id,
    referralId: referral.id,
    studentId: referral.studentId,
    partnerId: referral.partnerId as string,
  })
  await addStatus(unit, referral, { status: 'scheduled', source })
  const schedule: ReferralAct = 'schedule'
  await moveReferral(unit, {
    referral,
    act: schedule,
    changes: { scheduledAt: referral.scheduledAt ?? unit.now },
  })
  unit.record('referral.scheduled', subject, {
    appointmentId: id,
    kind: wanted.kind,
    startsAt: wanted.startsAt.toISOString(),
    replacesId: wanted.replacesId,
  })
  return id
}
