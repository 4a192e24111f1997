import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { cellsInForce } from '#access/minimum-necessary-store.ts'
import { type Consent, consentsForReferral, consentsOf, findAsking, readersFor } from '#consent/contract.ts'
import { calendarOf, dayOf, getDistrict } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { canBeAnswered, findStudent, ownLink } from '#people/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { modelInForce, signalsOf } from '#standards/contract.ts'
import { paperLanguages } from './look-explanation.ts'
import { explainers, familyMembers } from './policy.ts'
import { schoolHears } from './school-hears.ts'
import { agencyNames } from './store.ts'

/** Each agency, with the answers to what it was asked about last. */
type Asked = ReadonlyMap<string, readonly Consent[]>

async function hearsFrom({ tx, now }: Viewing, student: string, asked: Asked) {
  const today = dayOf(await calendarOf(tx), now)
  const cells = await cellsInForce(tx, now)
  const names = await agencyNames(tx, [...asked.keys()])
  const { signals } = await modelInForce(tx, now)
  const agencies = []
  for (const [partnerId, consents] of asked) {
    const { agreement } = await gateOf(tx, partnerId, today)
    const hears = schoolHears({ agreement, consents, cells, partnerId, now })
    agencies.push({ partnerId, office: names.get(partnerId) ?? null, ...hears })
  }
  return {
    student,
    districtName: (await getDistrict(tx)).name,
    agencies,
    words: {
      safety: signalsOf(signals.body, 'safety'),
      participation: signalsOf(signals.body, 'participation'),
    },
  }
}
export type SchoolHearsData = Awaited<ReturnType<typeof hearsFrom>>

/** Of several referrals to one agency the latest counts. */
const latest = (consents: readonly Consent[]): Consent[] =>
  consents.filter(({ referralId }) => referralId === consents.at(-1)?.referralId)

/** Every agency a member of the family was asked about, that of an open link among them. */
async function askedOf(view: Viewing, studentId: string): Promise<{ asked: Asked; isAsked: boolean }> {
  const { tx, actor, now } = view
  const who = actor.role === 'student' ? 'student' : 'caregiver'
  const readers = readersFor(who)
  const read = (await consentsOf(tx, studentId)).filter(({ familySees }) => readers.includes(familySees))
  const asked = new Map<string, readonly Consent[]>(
    [...Map.groupBy(read, ({ partnerId }) => partnerId)].map(([partnerId, all]) => [partnerId, latest(all)]),
  )
  if (who === 'student') return { asked, isAsked: false }
  const link = await ownLink(tx, { personId: actor.personId as string, studentId, purpose: 'consent' })
  if (link?.partnerId == null || !canBeAnswered(link, now)) return { asked, isAsked: false }
  const known = asked.get(link.partnerId) ?? []
  asked.set(
    link.partnerId,
    known.filter(({ referralId }) => referralId === link.referralId),
  )
  return { asked, isAsked: true }
}

/**
 * What the school would hear back from each agency a family is asked about, before it answers and after: read
 * from what judges every post of the agency [R152].
 */
export const lookSchoolHears = look({
  name: 'family/school-hears',
  by: familyMembers,
  given: z.object({}),
  shows: { for: 'family', whole: ['identity', 'consent'] },
  async see(view) {
    const { tx, actor } = view
    const student = (await findStudent(tx, actor, actor.studentId as string)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const { asked, isAsked } = await askedOf(view, student.id)
    return { ...(await hearsFrom(view, student.preferredName ?? student.givenName, asked)), isAsked }
  },
})

/** The same for whoever asks a family: to read aloud, or to hand over, before it answers [R152]. */
export const lookSchoolHearsPaper = look({
  name: 'family/school-hears-paper',
  by: explainers,
  given: z.object({ referralId: id, lang: choice(paperLanguages).default('en').catch('en') }),
  shows: { for: 'coordination', whole: ['identity', 'consent'] },
  async see(view, { referralId, lang }) {
    const asking = (await findAsking(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'referral', id: asking.id, studentId: asking.studentId })
    const consents = await consentsForReferral(view.tx, asking.id)
    const asked: Asked = new Map(asking.partnerId === null ? [] : [[asking.partnerId, consents]])
    return { ...(await hearsFrom(view, asking.studentName, asked)), lang, referralId: asking.id }
  },
})
