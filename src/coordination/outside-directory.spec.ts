import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOutside } from '#navigation/call-outside.ts'
import { lookOutside } from '#navigation/look-outside.ts'
import { nameOutside } from '#navigation/name-outside.ts'
import { Problem } from '#platform/problem.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { checkLost } from './check-lost.ts'
import { lookToday } from './look-today.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const maya = () => story.being('maya')
const harbor = { name: 'Harbor Counseling', phone: '555-0199', service: 'group', way: 'family_calls' }
const name = (referralId: string, given: object = {}) =>
  nameOutside.perform(maya(), { referralId, ...harbor, callOn: '2026-10-15', ...given })
const today = async () => JSON.stringify(await lookToday.see(maya(), {}))

describe('A provider outside the directory', () => {
  test('is named with a day to call back, which the navigator owes; nothing is sent', async () => {
    const referralId = await story.decide('sofia')
    expect(await name(referralId, { callOn: '2026-10-12' })).toMatchObject({ because: ['call_in_the_past'] })
    await expect(name(referralId, { way: 'school_calls' })).rejects.toMatchObject({ code: 'not_valid' })
    const { outsideId } = story.must(await name(referralId))
    expect(await name(referralId)).toEqual({ done: false, because: ['one_is_open'] })
    expect(await today()).toContain(outsideId)
    expect(await story.rows('select 1 from disclosure where referral_id = $1', referralId)).toEqual([])
    expect(await story.rows('select 1 from packet where referral_id = $1', referralId)).toEqual([])
    await expect(lookOutside.see(story.being('jonah'), { referralId })).rejects.toBeInstanceOf(Problem)
    await expect(lookOutside.see(story.noor(), { referralId })).rejects.toBeInstanceOf(Problem)
  })

  test('stays open, with a day of the next call, until it was learned by phone what came of it', async () => {
    const referralId = await story.decide('mateo')
    const { outsideId } = story.must(await name(referralId))
    const call = (given: object) =>
      callOutside.perform(maya(), { referralId, outsideId, asked: 'family', ...given })
    expect(await call({ learned: 'no_answer' })).toMatchObject({ because: ['next_day_missing'] })
    story.must(await call({ learned: 'no_answer', nextOn: '2026-10-16' }))
    story.must(await call({ learned: 'visit_set', happensOn: '2026-10-19', nextOn: '2026-10-20' }))
    expect(await today()).toContain(outsideId)
    expect(await call({ learned: 'seen', happensOn: '2026-10-19' })).toMatchObject({
      because: ['visit_not_yet'],
    })
    const before = story.clock.now()
    // Left alone past its day it is found, with the next action it lacks none of.
    story.clock.set('2026-10-20T16:00:00Z')
    story.must(await call({ learned: 'seen', happensOn: '2026-10-19' }))
    expect(await call({ learned: 'no_room' })).toEqual({ done: false, because: ['ended_already'] })
    expect(await today()).not.toContain(outsideId)
    const { providers } = await lookOutside.see(maya(), { referralId })
    expect(providers).toMatchObject([{ outcome: 'seen', happenedOn: '2026-10-19' }])
    expect(providers[0]?.calls.map(({ learned }) => learned)).toEqual(['seen', 'visit_set', 'no_answer'])
    expect(await story.trail()).toContain('navigator: outside.ended')
    story.clock.set(before)
  })

  test('that nobody calls back about is found by whoever looks for what is lost', async () => {
    const referralId = await story.decide('hana')
    const { outsideId } = story.must(await name(referralId))
    const lacking = async () => {
      await checkLost(story.asSystem(story.districtId))
      const { rows } = await story.admin.query('select lacks from lost_finding where record_id = $1', [
        outsideId,
      ])
      return rows.map(({ lacks }) => lacks)
    }
    expect(await lacking()).toEqual([])
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(`update outside_provider set call_on = '2026-08-01' where id = $1`, [outsideId])
    await story.admin.query('commit')
    expect((await lacking()).length).toBeGreaterThan(0)
  })

  test('has a page that the referral leads to', async () => {
    const referralId = await story.decide('theo')
    const pages = await pagesOf(story)
    expect((await pages.get('maya', `/referrals/${referralId}`)).html).toContain(
      `/referrals/${referralId}/outside`,
    )
    story.must(await name(referralId))
    const { html } = await pages.get('maya', `/referrals/${referralId}/outside`)
    expect(html).toContain('Harbor Counseling')
    expect(html).toContain('Call back by')
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('ends with a referral that ends by the family’s choice; after any other end it is still called back about', async () => {
    const [chose, planned] = [await story.decide('owen'), await story.decide('ruben')]
    const { outsideId: given } = story.must(await name(chose))
    const { outsideId: open } = story.must(await name(planned))
    const said = { referralId: chose, askedBy: 'caregiver', channel: 'phone' }
    story.must(await withdrawReferral.perform(maya(), said))
    expect((await lookOutside.see(maya(), { referralId: chose })).providers).toMatchObject([
      { id: given, outcome: 'family_declined' },
    ])
    expect(await today()).not.toContain(given)

    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(
      `update referral set state = 'closed', ended_at = referred_at, next_step = null, next_due_at = null, next_owner = null
       where id = $1`,
      [planned],
    )
    await story.admin.query('commit')
    expect(await today()).toContain(open)
    await checkLost(story.asSystem(story.districtId))
    const found = await story.rows('select lacks from lost_finding where record_id = $1', open)
    expect(found).toEqual([])
    const learned = { referralId: planned, outsideId: open, asked: 'family', learned: 'no_room' }
    story.must(await callOutside.perform(maya(), learned))
    expect(await today()).not.toContain(open)
  })
})
