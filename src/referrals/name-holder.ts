import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { careTeam, clinicalStaff, schoolStaff } from '#access/roles.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { personNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { obstaclesToHoldingAtSchool } from './holder-rules.ts'
import type { Referral } from './referral.ts'
import { acceptResponsibility, findResponsibility } from './responsibility-store.ts'
import { holdReferral } from './store.ts'
import { holderWords } from './words-navigator.ts'

/** Who sees to it that somebody clinical is named: whoever cares for the students of the school. */
export const holderNamers = careTeam

/** Everybody who works at the student’s school and is not kept from the student, in each of their roles. */
export async function staffOf({ tx, now }: Pick<Unit, 'tx' | 'now'>, referral: Referral) {
  const { schoolId, studentId } = referral
  const on = dayOf(await calendarOf(tx), now)
  return staffAt(tx, { schoolId, roles: schoolStaff, about: [studentId], on })
}

/** Those of them who work there in a clinical role, each once. */
export const clinicalAmong = (staff: Awaited<ReturnType<typeof staffOf>>) => {
  const clinical = staff.filter(({ role }) => (clinicalStaff as readonly string[]).includes(role))
  return [...new Map(clinical.map(({ personId, name }) => [personId, { id: personId, name }])).values()]
}

/**
 * Somebody clinical at school answers for a student at high risk until an agency accepts. A teacher, or a
 * counselor without a clinical role, is refused [R156].
 */
export const nameHolder = act({
  name: 'referrals/name-holder',
  by: holderNamers,
  given: z.object({ referralId: id, holderId: id }),
  refusals: holderWords,
  async do(unit, { referralId, holderId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const { studentId } = referral
    const about = { type: 'student', id: studentId, studentId }
    unit.permit(coversSchool(unit.actor, referral.schoolId), about)
    const [staff, held] = await Promise.all([
      staffOf(unit, referral),
      findResponsibility(unit.tx, referral.id),
    ])
    const named = staff.find(({ personId }) => personId === holderId)
    const because = obstaclesToHoldingAtSchool({
      ended: referral.endedAt !== null,
      heldByAgency: held !== undefined && held.partnerId !== null,
      worksHere: named !== undefined,
      clinical: clinicalAmong(staff).some((each) => each.id === holderId),
    })
    if (because.length > 0) return refused(because)
    const names = await personNames(unit.tx, [referral.navigatorId])
    const holderName = named?.name ?? ''
    acceptResponsibility(unit, {
      holderName,
      studentId,
      referralId,
      holderId,
      holderCredential: null,
      partnerId: null,
      planChangerName: holderName,
      closerId: referral.navigatorId,
      closerName: names.get(referral.navigatorId) ?? '',
    })
    unit.record('responsibility.named_at_school', about, { referralId, holderId })
    return done({ id: referral.id })
  },
})
