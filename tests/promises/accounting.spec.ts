import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { lookAccounting } from '#consent/look-accounting.ts'
import { house } from '../../src/compose.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { type AgencyStory, agencyStory, everything, thursday } from '../support/agency-story.ts'
import { byPhone } from '../support/referral-story.ts'
import { amissIn } from './accounting.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const amissNow = () => amissIn(story.admin)
const count = async (from: string) =>
  (await story.admin.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n ?? 0

const acts = new Map(house.resources.map(({ act }) => [act.name, act]))
const visit = { kind: 'assessment', modality: 'in_person', place: 'Cedar Street' }

/** Acts that may let something cross, or stop it: who does each, and what it is given. */
const tries: Record<string, { by: 'maya' | 'noor'; given: object }> = {
  'referrals/send-referral': { by: 'maya', given: { caregiverPresent: 'yes' } },
  'handoffs/book-appointment': { by: 'maya', given: { ...visit, on: '2026-10-16', at: '16:30' } },
  'exceptions/record-exception': {
    by: 'maya',
    given: {
      studentId: families.mateo.id,
      basis: 'mandated_report',
      items: ['identity', 'what_was_observed'],
      recipientKind: 'child_protection',
      recipientName: 'Intake',
      recipientOffice: 'County',
      channel: 'phone',
      onDay: '2026-10-12',
      atTime: '11:00',
    },
  },
  'referrals/receive-referral': { by: 'noor', given: {} },
  'referrals/accept-referral': { by: 'noor', given: { clinicianId: cast.tomas.id, credential: 'LCSW' } },
  'referrals/decline-referral': { by: 'noor', given: { reason: 'capacity' } },
  'referrals/return-referral': { by: 'noor', given: { reason: 'capacity' } },
  'referrals/offer-times': {
    by: 'noor',
    given: { ...visit, first: { onDay: '2026-10-15', atTime: '16:30' } },
  },
  'referrals/schedule-visit': { by: 'noor', given: thursday },
  'referrals/post-status': { by: 'noor', given: { status: 'first_appointment_completed' } },
  'referrals/post-participation': { by: 'noor', given: { signal: 'attended', visitOn: '2026-10-13' } },
  'referrals/post-signal': { by: 'noor', given: { signal: 'call_today' } },
  'referrals/record-result': { by: 'noor', given: { result: 'cancelled_by_family' } },
  'referrals/request-further-referral': { by: 'noor', given: { serviceSought: 'group' } },
  'referrals/disengage-referral': { by: 'noor', given: { reason: 'family_choice' } },
}
const scopes = Object.keys(everything)
const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('consent/record-consent'), no: fc.constantFrom(...scopes) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('consent/revoke-consent'), no: fc.constant('') }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom(...Object.keys(tries)), no: fc.constant('') }) },
)

const latest = async (table: string, referralId: string) =>
  (
    await story.rows(`select id from ${table} where referral_id = $1 order by id desc limit 1`, referralId)
  )[0]?.['id']

/** Whatever is tried, some of it is refused. An instant later each time, so that an instant is one act. */
async function attempt(referralId: string, tried: { do: string; no: string }) {
  story.clock.set(new Date(story.clock.now().getTime() + 1000))
  const known = tries[tried.do]
  const doer: Doer = story.being(known?.by ?? 'maya')
  const given = {
    ...known?.given,
    ...(known === undefined && byPhone('mateo')),
    referralId,
    appointmentId: await latest('appointment', referralId),
    consentId: await latest('consent', referralId),
    askedBy: 'Elena Rivas',
    channel: 'phone',
    answers: { ...everything, [tried.no]: 'no' },
  }
  const act = acts.get(tried.do)
  const shape = (act?.given as { def?: { shape?: object } } | undefined)?.def?.shape
  const wanted =
    shape === undefined ? given : Object.fromEntries(Object.entries(given).filter(([name]) => name in shape))
  const outcome = await act?.perform(doer, wanted).catch((error: Error) => error.message)
  return typeof outcome === 'object' && outcome !== null && outcome.done
}

describe('The accounting of disclosures', () => {
  test('equals the sum of what left, whatever is tried and in whatever order [R135]', {
    timeout: 120_000,
  }, async () => {
    const done = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 22 }), async (steps) => {
        const referralId = await story.decide('mateo')
        await story.choose(referralId)
        await story.answer(referralId, 'mateo', everything)
        const way = [
          { do: 'referrals/send-referral', no: '' },
          { do: 'referrals/accept-referral', no: '' },
        ]
        for (const tried of [...way, ...steps])
          if (await attempt(referralId, tried)) done.set(tried.do, (done.get(tried.do) ?? 0) + 1)
        expect(await amissNow()).toEqual([])
      }),
      { numRuns: 14, seed: 20261013 },
    )
    expect(await count('disclosure')).toBeGreaterThan(60)
    expect([...done.keys()].length).toBeGreaterThan(9)
    expect(await count('disclosure where made_by is null')).toBe(0)
  })

  test('would show a crossing that is not in it, one that never was, and one with more than left', async () => {
    const planted = async (text: string) => {
      await story.admin.query('begin; set local session_replication_role = replica')
      await story.admin.query(text)
      const found = await amissNow()
      await story.admin.query('rollback')
      return [...new Set(found.map((said) => said.split(':')[0]))]
    }
    expect(await planted(`delete from disclosure where direction = 'to_school'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted(`delete from disclosure where direction = 'to_other'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted('delete from packet')).toContain('never left')
    expect(await planted('delete from safety_signal')).toEqual(['never left'])
    expect(
      await planted(
        `update disclosure set items = items || 'coverage2'::text where direction = 'to_partner'`,
      ),
    ).toEqual(['more than left'])
    expect(
      await planted(
        `insert into disclosure select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from disclosure d`,
      ),
    ).toEqual(['twice'])
  })

  test('has no visit that a school books after the family took its yes back: it is refused [R129]', async () => {
    const { referralId, consentIds } = await story.sent('sofia')
    const given = { referralId, ...visit, on: '2026-10-16', at: '16:30', flexible: [] }
    for (const consentId of consentIds)
      await revokeConsent.perform(story.being('maya'), { consentId, askedBy: 'Carmen', channel: 'phone' })
    const booked = await bookAppointment.perform(story.being('maya'), given)
    expect(booked).toEqual({ done: false, because: ['not_shared'] })
    story.clock.set(new Date(story.clock.now().getTime() + 1000))
    await story.answer(referralId, 'sofia', everything)
    expect(await bookAppointment.perform(story.being('maya'), given)).toMatchObject({ done: true })
    expect(await amissNow()).toEqual([])
  })

  test('reads the same on the pages and on paper, to those who may', async () => {
    const { id: studentId } = families.mateo
    const leila = story.being('leila')
    const paper = await lookAccounting.see(leila, { studentId, whole: 'yes' })
    const onPages: string[] = []
    let after: string | undefined
    do {
      const page = await lookAccounting.see(leila, { studentId, ...(after !== undefined && { after }) })
      expect(page.crossed.length).toBeLessThanOrEqual(25)
      onPages.push(...page.crossed.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    expect(onPages).toEqual(paper.crossed.map(({ id }) => id))
    expect(onPages.length).toBe(await count(`disclosure where student_id = '${studentId}'`))
    expect(
      paper.crossed.every((one) => one.byName !== null && (one.basis !== 'consent' || one.givenAt <= one.at)),
    ).toBe(true)
    expect((await lookAccounting.see(leila, { studentId, whole: 'yes' })).opened?.length).toBeGreaterThan(1)
    await expect(lookAccounting.see(story.being('joan'), { studentId })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(lookAccounting.see(story.noor(), { studentId })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })
})
