import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { personNames } from '#people/contract.ts'
import { id, text } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { settleReferral } from './move-referral.ts'
import { post } from './post-given.ts'
import type { Referral } from './referral.ts'
import { acceptResponsibility, cliniciansOf } from './responsibility-store.ts'
import { obstaclesToNaming, obstaclesToPosting } from './rules.ts'
import { addStatus } from './status-store.ts'
import { advanced } from './store.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import type { Visit } from './visit.ts'
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
function takeResponsibility(unit: Unit, referral: Referral, named: Named & { closerName: string }) {
  acceptResponsibility(unit, {
    ...named,
    studentId: referral.studentId,
    referralId: referral.id,
    partnerId: referral.partnerId,
    planChangerName: named.holderName,
    closerId: referral.navigatorId,
  })
  const about = { type: 'student', id: referral.studentId, studentId: referral.studentId }
  if (referral.predecessorId !== null || referral.highRiskAt !== null) {
    const task = 'referrals/pass-responsibility'
    unit.enqueue({ task, payload: { referralId: referral.id }, key: `${task}/${referral.id}` })
  }
  unit.record('responsibility.accepted', about, {
    referralId: referral.id,
    partnerId: referral.partnerId,
    holderId: named.holderId,
  })
}

/**
 * The referral as it stands once it is accepted: a first visit may have been booked while the family was on
 * the line, before the agency answered.
 */
function acceptedFrom(referral: Referral, { visits, now }: { visits: readonly Visit[]; now: Date }) {
  const changes = { receivedAt: referral.receivedAt ?? now, acceptedAt: now }
  const accepted = advanced(referral, { act: 'accept', at: now, changes })
  return visits.some(({ result }) => result === null)
    ? advanced(accepted, { act: 'schedule', at: now })
    : accepted
}

/** The agency takes the referral, and a named clinician takes responsibility [R032] [R154]. */
export const acceptReferral = act({
  name: 'referrals/accept-referral',
  by: ['partner_intake', 'clinician'],
  given: Acceptance,
  refusals: obstacleWords,
  async do(unit, { referralId, clinicianId, clinicianName, credential }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const [telling, staff, visits, names] = await Promise.all([
      tellingOf(unit, referral, tells.status),
      cliniciansOf(unit.tx, {
        partnerId: referral.partnerId as string,
        studentId: referral.studentId,
      }),
      visitsOf(unit.tx, referral.id),
      personNames(unit.tx, [referral.navigatorId]),
    ])
    const chosen = staff.find((one) => one.id === clinicianId)
    const obstacles: Obstacle[] = [
      ...obstaclesToPosting({ state: referral.state, telling }, 'accept'),
      ...obstaclesToNaming({ clinicianId, known: chosen !== undefined, name: clinicianName, credential }),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    if (referral.receivedAt === null) addStatus(unit, referral, { status: 'received' })
    addStatus(unit, referral, { status: 'accepted' })
    const holderName = chosen?.name ?? (clinicianName as string)
    takeResponsibility(unit, referral, {
      holderId: chosen?.id ?? null,
      holderName,
      holderCredential: credential ?? null,
      closerName: names.get(referral.navigatorId) ?? '',
    })
    await settleReferral(unit, acceptedFrom(referral, { visits, now: unit.now }))
    unit.record('referral.accepted', subject)
    return done({ referralId })
  },
})
