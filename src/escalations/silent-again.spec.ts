import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { answerOneMonth } from '#referrals/answer-one-month.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { askEscalation } from './ask-escalation.ts'
import { closeEscalation } from './close-escalation.ts'
import { confirmCapacity } from './confirm-capacity.ts'
import { decideEscalation } from './decide-escalation.ts'
import { lookEscalation } from './look-escalation.ts'
import { noticeAll } from './notice-all.ts'
import { recordContact } from './record-contact.ts'

const day = 86_400_000
let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-05T16:00:00Z' })
})
afterAll(() => story.close())

const pass = (days: number) => story.clock.set(new Date(story.clock.now().getTime() + days * day))
const round = () => noticeAll(story.asSystem(story.districtId))
const openOf = async (referralId: string) =>
  (
    await story.rows(
      'select id, cause from escalation where referral_id = $1 and closed_at is null',
      referralId,
    )
  ).map(({ id, cause }) => ({ id: String(id), cause }))

/** Everything but its end: the family was reached, the agency asked, and it was decided to go on. */
async function workThrough(escalationId: string) {
  const ruth = story.being('ruth')
  const family = { escalationId, reached: 'yes', barriers: ['transportation'] }
  story.must(await recordContact.perform(ruth, family))
  story.must(await confirmCapacity.perform(ruth, { escalationId, acceptance: 'accepting' }))
  const againOn = new Date(story.clock.now().getTime() + 5 * day).toISOString().slice(0, 10)
  const decided = { escalationId, decision: 'continue', againOn }
  story.must(await decideEscalation.perform(ruth, decided))
}
const connect = (escalationId: string) =>
  closeEscalation.perform(story.being('ruth'), { escalationId, ending: 'connected' })

/** A student who was seen, and whose agency has said nothing since. */
async function silent(family: FamilyKey, days = 15) {
  const { referralId } = await story.seen(family)
  pass(days)
  await round()
  const [open] = await openOf(referralId)
  expect(open?.cause).toBe('silent')
  return { referralId, escalationId: open?.id as string }
}

describe('An agency that fell silent about a student it had seen', () => {
  test('is not connected by the visit before, and is by its word since; silent as long again, the lead hears again [R092]', async () => {
    const { referralId, escalationId } = await silent('hana')
    await workThrough(escalationId)
    expect(await connect(escalationId)).toMatchObject({ done: false, because: ['nothing_since'] })
    const { connection } = await lookEscalation.see(story.being('ruth'), { escalationId })
    expect(connection).toBe('nothing_since')
    pass(1)
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' }))
    story.must(await connect(escalationId))
    await round()
    expect(await openOf(referralId)).toEqual([])
    pass(15)
    await round()
    expect((await openOf(referralId)).map(({ cause }) => cause)).toEqual(['silent'])
  })

  test('though a visit was attended since and it was closed, is told anew when the same silence lasts as long again [R092]', async () => {
    const { referralId, escalationId } = await silent('tessa', 32)
    // The month is over too: no other clock runs out that would have the referral looked at.
    await round()
    await workThrough(escalationId)
    // The school knows of a visit; the agency itself has said nothing.
    pass(1)
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(
      `insert into appointment (district_id, id, referral_id, student_id, partner_id, kind, starts_at, minutes, place,
         modality, booked_by, booked_at, result, result_at, result_by)
       select district_id, uuidv7(), id, student_id, partner_id, 'follow_up', $2, 50, 'There', 'in_person', navigator_id,
         $2, 'attended', $2, navigator_id from referral where id = $1`,
      [referralId, story.clock.now()],
    )
    await story.admin.query('commit')
    story.must(await connect(escalationId))
    pass(13)
    await round()
    expect(await openOf(referralId)).toEqual([])
    pass(2)
    await round()
    await round()
    const [again, ...more] = await openOf(referralId)
    expect(more).toEqual([])
    expect(again?.cause).toBe('silent')
    expect(again?.id).not.toBe(escalationId)
  })
})

describe('A lead who was asked about a student seen before', () => {
  test('does not close it as connected by that visit [R092]', async () => {
    const { referralId } = await story.seen('zoe')
    pass(1)
    const asked = { referralId, words: 'Nobody answers at the agency' }
    const { escalationId } = story.must(await askEscalation.perform(story.being('maya'), asked))
    await workThrough(escalationId)
    expect(await connect(escalationId)).toMatchObject({ done: false, because: ['nothing_since'] })
  })
})
