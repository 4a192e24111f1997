import { act, done, refused } from '#access/act.ts'
import type { Subject } from '#access/trail.ts'
import type { Unit } from '#access/unit.ts'
import { partnerStaff } from '#access/roles.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdOwn } from './answering.ts'
import { moveReferral, settleReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import type { Referral } from './referral.ts'
import { obstaclesToResult, obstaclesWhileTreating, scopeOfResult } from './rules.ts'
import { referralLifecycle } from './lifecycle.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, type Tells, tells } from './telling.ts'
import { isMeaningful, type Visit, type VisitResult } from './visit.ts'
import { saveResult, visitsOf } from './visit-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** What an agency enters. A visit that is moved is booked anew, and says so itself. */
const entered = ['attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider'] as const

const traces: Record<VisitResult, string> = {
  attended: 'appointment.attended',
  no_show: 'appointment.missed',
  cancelled_by_family: 'appointment.cancelled',
  cancelled_by_provider: 'appointment.cancelled',
  cancelled_by_school: 'appointment.cancelled',
  rescheduled: 'appointment.rescheduled',
}

/** Whether care begins with it: the first meaningful visit that was held. */
const beginsCare = (referral: Referral, visit: Pick<Visit, 'kind'>, result: VisitResult): boolean =>
  result === 'attended' && isMeaningful(visit.kind) && referral.firstSeenAt === null

/** What of a visit crosses with its result: whether somebody came, and that care has begun. */
const tellsOfResult = (referral: Referral, visit: Visit, result: VisitResult): Tells =>
  scopeOfResult(visit) === 'participation'
    ? tells.participation
    : beginsCare(referral, visit, result)
      ? tells.visit
      : tells.times

/**
 * What follows for the referral: the first meaningful visit begins care, an intake is a milestone
 *.
 */
async function follow(unit: Unit, referral: Referral, visit: Visit & { result: VisitResult }) {
  const held = visit.result === 'attended'
  const begins = beginsCare(referral, visit, visit.result)
  const changes = {
    ...(held &&
      visit.kind === 'intake' && { intakeCompletedAt: referral.intakeCompletedAt ?? visit.startsAt }),
    ...(begins && {
      firstSeenAt: visit.startsAt,
      intakeCompletedAt: referral.intakeCompletedAt ?? visit.startsAt,
    }),
  }
  if (begins) addStatus(unit, referral, { status: 'first_appointment_completed', happenedAt: visit.startsAt })
  const inCare = held && (begins || referral.firstSeenAt !== null)
  if (inCare && referralLifecycle.allows(referral.state, 'begin')) {
    return moveReferral(unit, { referral, act: 'begin', changes })
  }
  return settleReferral(unit, { ...referral, ...changes })
}

type Entered = { referral: Referral; visit: Visit; result: VisitResult; subject: Subject }

async function enter(unit: Unit, { referral, visit, result, subject }: Entered) {
  unit.record(traces[result], subject, { appointmentId: visit.id, kind: visit.kind, result })
  // Sent together and carried out in this order: what follows reads the result.
  await Promise.all([saveResult(unit, visit.id, result), follow(unit, referral, { ...visit, result })])
}

/** The agency says what came of a visit, from five words. It is entered once and stays [R076] [R083]. */
export const recordResult = act({
  name: 'referrals/record-result',
  by: partnerStaff,
  given: post({ referralId: id, appointmentId: id, result: choice(entered, 'Say what came of the visit') }),
  refusals: obstacleWords,
  async do(unit, { referralId, appointmentId, result }) {
    // Asked together, answered in this order: the visits are read when the referral is held.
    const [{ referral, subject }, visits] = await Promise.all([
      holdOwn(unit, referralId),
      visitsOf(unit.tx, referralId),
    ])
    const visit = visits.find((each) => each.id === appointmentId) ?? notFound()
    const telling = await tellingOf(unit, referral, tellsOfResult(referral, visit, result))
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...obstaclesToResult(visit, result, unit.now),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    await enter(unit, { referral, visit, result, subject })
    return done({ referralId, appointmentId })
  },
})
