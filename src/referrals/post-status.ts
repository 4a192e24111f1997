import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { type ReferralAct, referralLifecycle } from './lifecycle.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import type { Referral } from './referral.ts'
import { obstaclesToHappened, obstaclesToPosting } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/**
 * Statuses that are a bare fact with a date. The others carry an answer, and have an act of their own
 * [R069].
 */
const bare = ['received', 'first_appointment_completed'] as const
type Bare = (typeof bare)[number]

const moves: Record<Bare, ReferralAct> = { received: 'receive', first_appointment_completed: 'begin' }

const changesFor = (referral: Referral, status: Bare, happenedAt: Date) =>
  status === 'received'
    ? { receivedAt: happenedAt }
    : {
        firstSeenAt: referral.firstSeenAt ?? happenedAt,
        intakeCompletedAt: referral.intakeCompletedAt ?? happenedAt,
      }

async function keep(
  unit: Unit,
  referral: Referral,
  { status, happenedAt }: { status: Bare; happenedAt: Date },
) {
  addStatus(unit, referral, { status, happenedAt })
  await moveReferral(unit, {
    referral,
    act: moves[status],
    changes: changesFor(referral, status, happenedAt),
  })
}

const alreadyKnown = (referral: Referral, status: Bare) =>
  (status === 'received' && referral.receivedAt !== null) ||
  (status === 'first_appointment_completed' && referral.firstSeenAt !== null)

/**
 * An agency's machine says how far it is, with the day it happened, which may lie before the day it is
 * entered [R070]. The list is closed, nothing but a status and a day fits through, and a status never goes
 * backwards.
 */
export const postStatus = act({
  name: 'referrals/post-status',
  by: partnerStaff,
  given: post({ referralId: id, status: choice(bare, 'Choose a status'), happenedOn: day.optional() }),
  refusals: obstacleWords,
  async do(unit, { referralId, status, happenedOn }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const calendar = await calendarOf(unit.tx)
    const happenedAt = happenedOn === undefined ? unit.now : instantAt(calendar, happenedOn, '00:00')
    const known = alreadyKnown(referral, status) && !referralLifecycle.ends(referral.state)
    const obstacles: Obstacle[] = [
      ...(known ? (['already_answered'] as const) : []),
      ...obstaclesToPosting({ state: referral.state, telling }, moves[status]).filter(
        (code) => !known || code !== 'not_at_this_step',
      ),
      ...obstaclesToHappened(happenedAt, unit.now),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    await keep(unit, referral, { status, happenedAt })
    unit.record('referral.status_posted', subject, { status })
    return done({ referralId })
  },
})
