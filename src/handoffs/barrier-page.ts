import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { personNames, studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate } from '#referrals/contract.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import { appointmentsOf } from './appointment-store.ts'
import { type Barrier, barriersOf } from './barrier-store.ts'

/** The first visit after a barrier was cleared, with what came of it: whether what was done helped [R357]. */
async function visitAfter(view: Viewing, referralId: string, { resolvedAt }: Barrier) {
  if (resolvedAt === null || !view.knows('visits')) return null
  const visits = await appointmentsOf(view.tx, referralId)
  const visit = visits.find(({ startsAt, result }) => startsAt > resolvedAt && result !== 'rescheduled')
  return visit === undefined ? null : { startsAt: visit.startsAt, kind: visit.kind, result: visit.result }
}

/** One barrier: since when it stands, and what was done about it. */
export const barrierPage = look({
  name: 'handoffs/barrier',
  by: careTeam,
  given: z.object({ referralId: id, barrierId: id }),
  shows: { for: 'coordination', whole: ['identity', 'handoffs'], parts: ['visits'] },
  async see(view, { referralId, barrierId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    const barrier =
      (await barriersOf(view.tx, referralId)).find((each) => each.id === barrierId) ?? notFound()
    view.saw({ type: 'referral', id: referralId, studentId: referral.studentId })
    const { reasons } = await modelInForce(view.tx, view.now)
    const people = await personNames(view.tx, [barrier.openedBy, barrier.resolvedBy])
    return {
      referralId,
      studentName: (await studentNames(view.tx, [referral.studentId])).get(referral.studentId) ?? '',
      barrier,
      label: labelOf(reasons.body, 'barrier', { code: barrier.category }),
      visitAfter: await visitAfter(view, referralId, barrier),
      openedBy: people.get(barrier.openedBy) ?? '',
      resolvedBy: people.get(barrier.resolvedBy ?? '') ?? '',
      mayWork: mayNavigate(view.actor, referral),
      timeZone: (await calendarOf(view.tx)).timeZone,
      now: view.now,
    }
  },
})
export type BarrierData = Awaited<ReturnType<typeof barrierPage.see>>
