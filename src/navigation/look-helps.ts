import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { barriersOf } from '#handoffs/contract.ts'
import { personNames, studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, mayNavigate, type Referral } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { helpReaders } from './policy.ts'
import { helpsOf } from './store.ts'
import { suggestionsFor } from './suggested.ts'

/** What pages about help say of its referral, and what moments are read by. */
export async function aboutReferral(view: Viewing, referral: Referral) {
  const { tx, now } = view
  const [students, people, calendar, model] = await Promise.all([
    studentNames(tx, [referral.studentId]),
    personNames(tx, [referral.navigatorId]),
    calendarOf(tx),
    modelInForce(tx, now),
  ])
  const barriers = choicesOf(model.reasons.body, 'barrier').map(({ code, label }) => [code, label.en])
  return {
    referral: { id: referral.id, number: referral.number, ended: referral.endedAt !== null },
    studentId: referral.studentId,
    studentName: students.get(referral.studentId) ?? '',
    navigatorName: people.get(referral.navigatorId) ?? '',
    barrierLabels: Object.fromEntries(barriers) as Readonly<Record<string, string>>,
    mayWork: mayNavigate(view.actor, referral),
    today: dayOf(calendar, now),
    timeZone: calendar.timeZone,
    now,
  }
}

/** The practical help a family has or waits for, of one referral. */
export const lookHelps = look({
  name: 'navigation/helps',
  by: helpReaders,
  given: z.object({ referralId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'handoffs'],
    parts: ['family_needs', 'contact_details'],
  },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    // What the family told of itself, and that somebody needs an interpreter, is suggested to who may know.
    const knowsFamily = view.knows('family_needs') && view.knows('contact_details')
    const barriers = await barriersOf(view.tx, referralId)
    return {
      ...(await aboutReferral(view, referral)),
      helps: await helpsOf(view.tx, referralId),
      suggested: knowsFamily ? await suggestionsFor(view, referral) : [],
      openBarriers: barriers
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map((barrier) => ({ id: barrier.id, category: barrier.category })),
    }
  },
})
export type SeenHelps = Awaited<ReturnType<typeof lookHelps.see>>
