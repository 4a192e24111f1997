import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { lookParts } from '#reviews/look-parts.ts'
import { lookReview } from '#reviews/look-review.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openCaseReview } from '#reviews/open-case-review.ts'
import { type CastKey, cast } from '../riverside/cast.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { partners, schools } from '../riverside/places.ts'
import { type AgencyStory, type Answers, agencyStory, everything } from './agency-story.ts'

/** Yes to everything, and to care coordination too. */
export const coordinates: Answers = { ...everything, care_coordination: 'yes' }

/** What is said of a student where nothing is booked and nothing stands in the way. */
export const said = {
  outcome: 'reviewed',
  decision: 'goes_on',
  visitSaid: 'none_booked',
  barriersSaid: 'none',
  measuresSaid: 'not_agreed',
}
export const alderCreek = { schoolIds: [schools.alderCreek.id] }

/** The family takes back its yes to care coordination on one referral. */
async function takeBackCoordination(story: AgencyStory, referralId: string) {
  const [yes] = await story.rows(
    `select c.id from consent c join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
     where c.referral_id = $1 and a.scope = 'care_coordination'`,
    referralId,
  )
  const given = { consentId: yes?.['id'], channel: 'phone', askedBy: 'The mother' }
  story.must(await revokeConsent.perform(story.being('maya'), given))
}

/** Riverside where Grace coordinates with two agencies, and reviews their students at Alder Creek. */
export async function caseReviewStory() {
  const story = await agencyStory()
  for (const partner of ['cedarStreet', 'northbank'] as const) {
    const given = { personId: cast.grace.id, partnerId: partners[partner].id }
    story.must(await assignCoordinator.perform(story.being('ruth'), given))
  }
  /** A further referral of a family, which another agency accepted. @returns its id */
  const alsoAt = async (
    { partner, by }: { partner: 'northbank' | 'openDoor'; by: CastKey },
    family: FamilyKey,
    answers: Answers = coordinates,
  ) => {
    const referralId = await story.decide(family)
    await story.choose(referralId, partner)
    await story.answer(referralId, family, answers)
    await story.send(referralId)
    const named = { clinicianName: 'Rae Moss', credential: 'LCSW' }
    story.must(await acceptReferral.perform(story.being(by), { referralId, ...named }))
    return referralId
  }
  const alsoAtNorthbank = (family: FamilyKey, answers?: Answers) =>
    alsoAt({ partner: 'northbank', by: 'farah' }, family, answers)
  const review = (reviewId: string) => lookReview.see(story.being('grace'), { reviewId })
  const begin = async () =>
    story.must(await openCaseReview.perform(story.being('grace'), alderCreek)).reviewId
  const lineOf = async (reviewId: string, family: FamilyKey) => {
    const { lines } = await review(reviewId)
    const line = lines.find(({ studentId }) => studentId === families[family].id)
    if (line === undefined) throw new Error(`${family} is not on the list`)
    return line.referralId
  }
  const mark = async (reviewId: string, family: FamilyKey, given: object) => {
    const at = { reviewId, referralId: await lineOf(reviewId, family) }
    return markLine.perform(story.being('grace'), { ...at, ...said, ...given })
  }
  /** What an agency reads of case reviews. */
  const parts = async (who: CastKey) => (await lookParts.see(story.being(who), {})).parts
  const takeBack = (referralId: string) => takeBackCoordination(story, referralId)
  return { ...story, alsoAt, alsoAtNorthbank, review, begin, lineOf, mark, parts, takeBack }
}
export type CaseReviewStory = Awaited<ReturnType<typeof caseReviewStory>>
