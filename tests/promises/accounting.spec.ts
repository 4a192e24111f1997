import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { lookAccounting } from '#consent/look-accounting.ts'
import { families } from '../riverside/families.ts'
import { everything } from '../support/agency-story.ts'
import { type AccountingStory, accountingStory } from './accounting-attempt.ts'
import { allAsked, step, tries, visit, ways } from './accounting-tries.ts'
import { amissIn, filesAmissIn } from './accounting.ts'

let story: AccountingStory
beforeAll(async () => {
  story = await accountingStory()
})
afterAll(() => story.close())

const amissNow = async () => [
  ...(await amissIn(story.admin)),
  ...(await filesAmissIn(story.admin, story.files)),
]
const count = async (from: string) =>
  (await story.admin.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n ?? 0

const steps = fc.array(step, { minLength: 18, maxLength: 26 })

/** What would be amiss if somebody had done this to the ledger, or to what left. */
const planted = async (text: string) => {
  await story.admin.query('begin; set local session_replication_role = replica')
  await story.admin.query(text)
  const found = await amissNow()
  await story.admin.query('rollback')
  return [...new Set(found.map((said) => said.split(':')[0]))]
}

describe('The accounting of disclosures', () => {
  test('equals the sum of what left, whatever is tried and in whatever order [R135]', {
    timeout: 120_000,
  }, async () => {
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.boolean(), steps, async (accepts, tried) => {
        const referralId = await story.decide('mateo')
        await story.choose(referralId)
        await story.answer(referralId, 'mateo', allAsked)
        const way = ['referrals/send-referral', ...(accepts ? ['referrals/accept-referral'] : [])]
        for (const each of [...way.map((name) => ({ do: name, no: '' })), ...tried])
          if (await story.attempt(referralId, each)) done.add(each.do)
        expect(await amissNow()).toEqual([])
      }),
      { numRuns: 20, seed: 20261013, examples: [...ways] },
    )
    expect(await count('disclosure')).toBeGreaterThan(60)
    // Each was done at least once: what is refused whenever it is tried would show nothing.
    expect(Object.keys(tries).filter((name) => !done.has(name))).toEqual([])
    expect(story.files.flatMap(({ lines }) => lines).length).toBeGreaterThan(10)
    expect(await count('disclosure where made_by is null')).toBe(0)
  })

  test('would show a crossing that is not in it, one that never was, and one with more than left', async () => {
    expect(await planted(`delete from disclosure where direction = 'to_school'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted(`delete from disclosure where direction = 'to_other'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted(`delete from crisis_entry where kind = 'clinician_told'`)).toContain('never left')
    for (const carrier of [
      'packet',
      'class_observation',
      'school_visit',
      'case_review_part',
      'support_alert',
      `wraparound_member where side = 'agency'`,
    ])
      expect(await planted(`delete from ${carrier}`), carrier).toContain('never left')
    for (const item of ['academic_observations', 'coordination', 'school_alert', 'agency_alert'])
      expect(await planted(`delete from disclosure where items = '{${item}}'`), item).toEqual([
        'not in the ledger',
      ])
    expect(await planted('delete from safety_signal')).toEqual(['never left', 'more than left'])
    expect(
      await planted(
        `update disclosure set items = items || 'coverage2'::text where direction = 'to_partner'`,
      ),
    ).toEqual(['more than left'])
    // Everything a question would let cross, where one act told less.
    expect(
      await planted(
        `update disclosure set items = '{status,appointment}' where direction = 'to_school' and 'status' = any(items)`,
      ),
    ).toEqual(['more than left'])
    expect(
      await planted(
        `insert into disclosure select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from disclosure d`,
      ),
    ).toEqual(['twice'])
  })

  test('would show a student of a file that is not in it, a field, and a line that never left', async () => {
    expect(await planted(`delete from disclosure_reading where kind = 'export'`)).toEqual([
      'not in the ledger',
    ])
    expect(
      await planted(
        `update disclosure_reading set items = items || 'birth_date'::text where kind = 'export'`,
      ),
    ).toEqual(['not in the ledger', 'never left'])
    expect(
      await planted(
        `insert into disclosure_reading select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
         from disclosure_reading r where kind = 'export'`,
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
