import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { offerTimes } from '#referrals/offer-times.ts'
import { postParticipation } from '#referrals/post-participation.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { receiveReferral } from '#referrals/receive-referral.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { everything } from '#tests/support/agency-story.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

/** A yes to what crosses this way, to that agency, given before and in force at that moment. */
const yes = `
  c.district_id = x.district_id and c.partner_id = x.partner_id and c.referral_id = x.referral_id and a.answer
    and c.given_at <= x.at and (r.revoked_at is null or r.revoked_at > x.at)
    and x.at < ((c.ends_on + 1)::timestamp at time zone d.time_zone)
    and (x.direction = 'to_partner' and a.scope in ('referral_disclosure', 'academic_observations', 'school_alerts')
      or x.direction = 'to_school' and a.scope in ('status_feedback', 'participation', 'safety_signals',
        'agency_alerts'))`
const answers = `consent c
  join consent_answer a on a.district_id = c.district_id and a.consent_id = c.id
  left join consent_revocation r on r.district_id = c.district_id and r.consent_id = c.id`
/** A visit chosen in the conversation about the referral is told on the yes to it: docs/decisions/0048. */
const chosenInTheCall = `case when x.direction = 'to_partner' then '{appointment}'::text[] else '{}' end`

/**
 * Crossings that rely on no consent which covers this way, and those of which an item is covered by none
 * that held at that moment [R129].
 */
const uncovered = `
  select count(*)::int as n from disclosure x
  join district d on d.district_id = x.district_id
  where not exists (select from ${answers} where c.id = x.consent_id and ${yes})
    or not x.items <@ (array(select unnest(a.items) from ${answers} where ${yes}) || ${chosenInTheCall})`

const count = async (query: string) => {
  const { rows } = await story.admin.query<{ n: number }>(query)
  return rows[0]?.n
}

const step = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    scope: fc.constantFrom('referral_disclosure', 'status_feedback', 'participation', 'safety_signals'),
    yes: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('send', 'book', 'receive', 'accept', 'offer', 'came', 'signal') }),
  fc.record({ do: fc.constantFrom('revoke', 'wait') }),
)
/** Times an agency offers. */
const offered = {
  kind: 'assessment',
  modality: 'in_person',
  place: '214 Cedar Street',
  first: { onDay: '2026-10-15', atTime: '16:30' },
}
type Step = { do: string; scope?: string; yes?: boolean }

/** Whatever is tried: some of it is refused, none of it may cross a line. */
async function attempt(referralId: string, tried: Step): Promise<void> {
  const [maya, noor] = [story.being('maya'), story.being('noor')]
  const attempts: Record<string, () => Promise<unknown>> = {
    answer: () =>
      recordConsent.perform(maya, {
        referralId,
        ...byPhone('mateo'),
        answers: { [tried.scope ?? '']: tried.yes ? 'yes' : 'no' },
      }),
    send: () => sendReferral.perform(maya, { referralId, caregiverPresent: 'yes' }),
    book: () =>
      bookAppointment.perform(maya, {
        referralId,
        kind: 'assessment',
        on: '2026-10-16',
        at: '16:30',
        place: 'Cedar Street',
        modality: 'in_person',
      }),
    receive: () => receiveReferral.perform(noor, { referralId }),
    accept: () =>
      acceptReferral.perform(noor, { referralId, clinicianName: 'Tomas Lindqvist', credential: 'LCSW' }),
    offer: () => offerTimes.perform(noor, { referralId, ...offered }),
    came: () => postParticipation.perform(noor, { referralId, signal: 'attended', visitOn: '2026-10-12' }),
    signal: () => postSignal.perform(noor, { referralId, signal: 'call_today' }),
    revoke: async () => {
      const { rows } = await story.admin.query<{ id: string }>(
        'select id from consent where referral_id = $1 order by id desc limit 1',
        [referralId],
      )
      return (
        rows[0] &&
        revokeConsent.perform(maya, { consentId: rows[0].id, askedBy: 'Elena Rivas', channel: 'phone' })
      )
    },
    wait: async () => story.clock.set(new Date(story.clock.now().getTime() + 60_000)),
  }
  await attempts[tried.do]?.().catch(() => undefined)
}

test('whatever people try and in whatever order, nothing crosses without a consent given before it [R129] [R030]', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 3, maxLength: 12 }), async (begun, steps) => {
      const referralId = await story.decide('mateo')
      await story.choose(referralId)
      if (begun) {
        await story.answer(referralId, 'mateo', everything)
        await story.send(referralId)
      }
      for (const tried of steps) {
        // What was before and what after is told by the time.
        story.clock.set(new Date(story.clock.now().getTime() + 1000))
        await attempt(referralId, tried)
      }
      expect(await count(uncovered)).toBe(0)
    }),
    { numRuns: 40, seed: 20261013 },
  )
  expect(await count('select count(*)::int as n from disclosure')).toBeGreaterThan(12)
  const { rows } = await story.admin.query('select distinct unnest(items) as item from disclosure')
  const told = rows.map(({ item }) => item)
  expect(told).toEqual(expect.arrayContaining(['identity', 'status', 'appointment']))
}, 120_000)

test('the check finds a crossing that was planted without one', async () => {
  const referralId = await story.decide('sofia')
  await story.choose(referralId)
  await story.answer(referralId, 'sofia', { referral_disclosure: 'yes' })
  await story.send(referralId)
  const plant = async (change: string) => {
    await story.admin.query('begin')
    await story.admin.query(`${change} where referral_id = '${referralId}'`)
    const found = await count(uncovered)
    await story.admin.query('rollback')
    return found
  }
  expect(await plant(`update disclosure set at = at - interval '1 minute'`)).toBe(1)
  expect(
    await plant(`update disclosure set partner_id = (select id from partner where short_name = 'Northbank')`),
  ).toBe(1)
  expect(await plant(`update disclosure set at = at + interval '2 years'`)).toBe(1)
  // The same answer does not carry anything back.
  expect(await plant(`update disclosure set direction = 'to_school'`)).toBe(1)
  expect(await plant(`update disclosure set purpose = purpose`)).toBe(0)
  // What nobody was asked, beside what was agreed to.
  expect(await plant(`update disclosure set items = items || '{academic_observations}'`)).toBe(1)
  expect(await plant(`update disclosure set items = items || '{participation}'`)).toBe(1)
})
