import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { personNames } from '#people/contract.ts'
import { id, text } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { moveReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import type { Referral } from './referral.ts'
import { acceptResponsibility, cliniciansOf } from './responsibility-store.ts'
import { obstaclesToNaming, obstaclesToPosting } from './rules.ts'
import { addStatus } from './status-store.ts'
import { crossToSchool, tellingOf } from './telling.ts'
import { visitsOf } from './visit-store.ts'
import { type Obstacle, obstacleWords } from './words.ts'

const Acceptance = post({
  referralId: id,
  /** A clinician of the agency who works in Throughline, or else a name. */
  clinicianId: id.optional(),
  clinicianName: text(80).optional(),
  credential: text(20).optional(),
})

type Named = { holderId: string | null; holderName: string; holderCredential: string | null }

/** Clinical responsibility passes to the agency, and three names say who answers for what [R154]. */
async function takeResponsibility(unit: Unit, referral: Referral, named: Named) {
  const names = await personNames(unit.tx, [referral.navigatorId])
  await acceptResponsibility(unit, {
    ...named,
    studentId: referral.studentId,
    referralId: referral.id,
    partnerId: referral.partnerId,
    planChangerName: named.holderName,
    closerId: referral.navigatorId,
    closerName: names.get(referral.navigatorId) ?? '',
  })
  const about = { type: 'student', id: referral.studentId, studentId: referral.studentId }
  if (referral.predecessorId !== null) {
    const task = 'referrals/pass-responsibility'
    await unit.enqueue({ task, payload: { referralId: referral.id }, key: `${task}/${referral.id}` })
  }
  unit.record('responsibility.accepted', about, {
    referralId: referral.id,
    partnerId: referral.partnerId,
    holderId: named.holderId,
  })
}

/** A first visit may have been booked while the family was on the line, before the agency answered. */
async function followBooking(unit: Unit, accepted: Referral) {
  const visits = await visitsOf(unit.tx, accepted.id)
  if (visits.some(({ result }) => result === null))
    await moveReferral(unit, { referral: accepted, act: 'schedule' })
}

/** The agency takes the referral, and a named clinician takes responsibility [R032] [R154]. */
export const acceptReferral = act({
  name: 'referrals/accept-referral',
  by: ['partner_intake', 'clinician'],
  given: Acceptance,
  refusals: obstacleWords,
  async do(unit, { referralId, clinicianId, clinicianName, credential }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, 'status_feedback')
    const staff = await cliniciansOf(unit.tx, referral.partnerId as string)
    const chosen = staff.find((one) => one.id === clinicianId)
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'accept'),
      ...obstaclesToNaming({ clinicianId, known: chosen !== undefined, name: clinicianName }),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    await crossToSchool(unit, referral, telling)
    if (referral.receivedAt === null) addStatus(unit, referral, { status: 'received' })
    addStatus(unit, referral, { status: 'accepted' })
    const holderName = chosen?.name ?? (clinicianName as string)
    await takeResponsibility(unit, referral, {
      holderId: chosen?.id ?? null,
      holderName,
      holderCredential: credential ?? null,
    })
    const receivedAt = referral.receivedAt ?? unit.now
    const accepted = await moveReferral(unit, {
      referral,
      act: 'accept',
      changes: { receivedAt, acceptedAt: unit.now },
    })
    await followBooking(unit, accepted)
    unit.record('referral.accepted', subject)
    return done({ referralId })
  },
})
