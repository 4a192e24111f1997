import type { Subject } from '#access/trail.ts'
import type { Unit } from '#access/unit.ts'
import { cutInto, timesAgreedWith } from '#classroom/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { codesOf } from './answering.ts'
import type { ReferralAct } from './lifecycle.ts'
import { moveReferral } from './move-referral.ts'
import { planVisit } from './plan-visit.ts'
import type { Referral } from './referral.ts'
import { obstaclesToBooking } from './rules.ts'
import { isLate, sameWeekOf } from './same-week.ts'
import { addStatus } from './status-store.ts'
import type { StatusSource } from './status.ts'
import type { Visit } from './visit.ts'
import type { VisitGiven } from './visit-given.ts'
import { type NewVisit, saveResult } from './visit-store.ts'

type Wanted = Pick<
  NewVisit,
  | 'kind'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'modality'
  | 'privateSpace'
  | 'withWhom'
  | 'replacesId'
  | 'lateReason'
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

type Asked = Pick<Visit, 'kind' | 'startsAt'> & { lateReason: string | undefined }

/**
 * Whether a visit lies later than the same week, which a reason of the barrier list must explain [R016]. A
 * visit in time keeps none.
 */
export async function judgeWeek(unit: Unit, referral: Referral, { lateReason, ...visit }: Asked) {
  const { lateAt } = await sameWeekOf(unit.tx, referral, await calendarOf(unit.tx))
  const late = isLate({ ...visit, referral, lateAt })
  const known = (await codesOf(unit, 'barrier')).find((code) => code === lateReason)
  return {
    lateReason: late ? (known ?? null) : null,
    obstacles: late && known === undefined ? (['late_without_reason'] as const) : [],
  }
}

type InClass = Pick<VisitGiven, 'onDay' | 'atTime' | 'minutes' | 'classReason'>

/** Whether a visit cuts into a time of class that was agreed with the agency, which needs a reason [R168]. */
export async function judgeClass(
  { tx }: Unit,
  { studentId, partnerId }: Referral,
  { onDay: on, atTime: at, minutes, classReason }: InClass,
) {
  const times = await timesAgreedWith(tx, { studentId, partnerId: partnerId as string })
  const cuts = cutInto(times, { on, at, minutes }).length > 0
  return {
    excuse: cuts ? classReason : undefined,
    obstacles: cuts && classReason === undefined ? (['in_class_time'] as const) : [],
  }
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
  const { id: referralId, studentId, partnerId } = referral
  await planVisit(unit, { ...wanted, id, referralId, studentId, partnerId: partnerId as string }, subject)
  addStatus(unit, referral, { status: 'scheduled', source })
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
