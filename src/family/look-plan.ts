import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { consentsForReferral, noteTaken, readersFor, standingOf } from '#consent/contract.ts'
import { findPartner } from '#directory/contract.ts'
import { calendarOf, findSchool, getDistrict } from '#district/contract.ts'
import { appointmentsOf, barriersOf } from '#handoffs/contract.ts'
import { findStudent } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral, type Referral, remindersOf, waitsUntil } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { mayKeepTime, timeStands } from './plan.ts'
import { contactRuleOf, openReferrals, whomToCall } from './plan-store.ts'
import { familyMembers } from './policy.ts'
import { ratingStands } from './rating-store.ts'

/** Whether the family's yes to the agency holds at this moment. */
async function isShared({ tx, now }: Viewing, { id, partnerId }: Referral): Promise<boolean> {
  if (partnerId === null) return false
  const consents = await consentsForReferral(tx, id)
  return standingOf(consents, { scope: 'referral_disclosure', partnerId, now }).is === 'in_force'
}

/** The next visit of a referral, as its family reads it; null where none is ahead, or they may not know. */
async function nextVisit(view: Viewing, referral: Referral) {
  const { tx, now, actor } = view
  if (!view.knows('visits')) return null
  const visits = await appointmentsOf(tx, referral.id)
  const visit = visits.find(({ result, startsAt }) => result === null && startsAt > now)
  if (visit === undefined) return null
  const reminder = (await remindersOf(tx, referral.id)).find((each) => each.appointmentId === visit.id)
  const { id, startsAt, minutes, place, modality, withWhom, result } = visit
  const contactRule = await contactRuleOf(tx, actor.personId as string)
  const shared = await isShared(view, referral)
  return {
    id,
    startsAt,
    minutes,
    place,
    modality,
    withWhom,
    stands: reminder === undefined ? ('open' as const) : timeStands(reminder),
    mayKeep: mayKeepTime({ startsAt, result, shared, contactRule }, now),
  }
}

/** What stands in the way, by its kind alone: what staff wrote of it is theirs. */
const standingBarriers = async (view: Viewing, referral: Referral): Promise<string[]> =>
  view.knows('handoffs')
    ? (await barriersOf(view.tx, referral.id)).flatMap(({ category, resolvedAt }) =>
        resolvedAt === null ? [category] : [],
      )
    : []

/** Whether this reader may say how the handoff was, or did. */
async function ratingOf({ tx, actor }: Viewing, { id }: Referral): Promise<'not_yet' | 'open' | 'rated'> {
  const { handedOff, rated } = await ratingStands(tx, { referral: id, person: actor.personId as string })
  return rated ? 'rated' : handedOff ? 'open' : 'not_yet'
}

/** One referral of the student as a plan: when, where, whom to call, and what is in the way. */
async function planOf(view: Viewing, referral: Referral) {
  const partner = referral.partnerId === null ? undefined : await findPartner(view.tx, referral.partnerId)
  return {
    referralId: referral.id,
    partnerName: partner?.name ?? null,
    navigator: await whomToCall(view.tx, referral.navigatorId),
    /** Whether they may know of visits; where they may not, one may be booked though none is shown. */
    knowsVisits: view.knows('visits'),
    visit: await nextVisit(view, referral),
    barriers: await standingBarriers(view, referral),
    /** The last day for which the family asked to wait; undefined where it does not. */
    waitsUntil: await waitsUntil(view, referral),
    rating: view.knows('handoffs') ? await ratingOf(view, referral) : ('not_yet' as const),
  }
}

/** The referrals of the student somebody acts for, that they may know of. */
export async function ownReferrals(view: Pick<Viewing, 'tx' | 'actor'>): Promise<Referral[]> {
  const { tx, actor } = view
  const studentId = actor.studentId as string
  const readers = readersFor(actor.role === 'student' ? 'student' : 'caregiver')
  const ids = await openReferrals(tx, { studentId, readers })
  const found = await Promise.all(ids.map((id) => findReferral(tx, actor, id)))
  return found.flatMap((referral) => (referral?.studentId === studentId ? [referral] : []))
}

/** The plan of the student somebody acts for: the next visit, whom to call, what is in the way [R355]. */
export const lookPlan = look({
  name: 'family/plan',
  by: familyMembers,
  given: z.object({}),
  asHouse: true,
  shows: { for: 'family', whole: ['identity'], parts: ['handoffs', 'visits'] },
  async see(view) {
    const { tx, actor, now } = view
    const student = (await findStudent(tx, actor, actor.studentId as string)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    noteTaken(view, { kind: 'family_view', studentId: student.id, paper: 'family_plan' })
    const plans = []
    for (const referral of await ownReferrals(view)) plans.push(await planOf(view, referral))
    const { reasons } = await modelInForce(tx, now)
    return {
      student: student.preferredName ?? student.givenName,
      isStudent: actor.role === 'student',
      districtName: (await getDistrict(tx)).name,
      school: student.schoolId === null ? undefined : await findSchool(tx, student.schoolId),
      plans,
      barrierChoices: choicesOf(reasons.body, 'barrier').map(({ code, label }) => ({ code, label })),
      timeZone: (await calendarOf(tx)).timeZone,
      now,
    }
  },
})
export type SeenPlan = Awaited<ReturnType<typeof lookPlan.see>>
