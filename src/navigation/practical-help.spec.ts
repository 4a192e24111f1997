import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barrierPage } from '#handoffs/barrier-page.ts'
import { settleLogistics } from '#handoffs/settle-logistics.ts'
import { Problem } from '#platform/problem.ts'
import { referralPage } from '#referrals/referral-page.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { decidedAt, handoffStory, type HandoffStory } from '#tests/support/handoff-story.ts'
import { arrangeHelp } from './arrange-help.ts'
import { endHelp } from './end-help.ts'
import { lookHelp } from './look-help.ts'
import { lookHelps } from './look-helps.ts'
import { requestHelp } from './request-help.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
  story.clock.set(decidedAt)
})
afterAll(() => story.close())

/** A referral with a ride that is not settled, and the barrier that opened. */
async function withoutRide(family: FamilyKey) {
  const referralId = await story.call(family, ['logistics', 'plan'])
  story.must(await settleLogistics.perform(story.maya(), { referralId, transport: 'unsettled' }))
  const { openBarriers } = await lookHelps.see(story.maya(), { referralId })
  return { referralId, barrierId: openBarriers[0]?.id as string }
}
const ask = async (given: object) =>
  story.must(await requestHelp.perform(story.maya(), { dueOn: '2026-10-15', ...given })).helpId
const end = (helpId: string, given: object) => endHelp.perform(story.maya(), { helpId, ...given })
const barrier = async (referralId: string, barrierId: string) =>
  (await barrierPage.see(story.maya(), { referralId, barrierId })).barrier

describe('Practical help', () => {
  test('a ride is asked for, arranged and confirmed, and then its barrier is cleared [R058] [R064]', async () => {
    const { referralId, barrierId } = await withoutRide('sofia')
    const helpId = await ask({ referralId, barrierId, kind: 'transport' })
    expect(await end(helpId, { outcome: 'done' })).toMatchObject({ because: ['not_arranged'] })
    expect((await barrier(referralId, barrierId)).resolvedAt).toBeNull()

    const arranged = 'The district van, Benny at the depot'
    story.must(await arrangeHelp.perform(story.maya(), { helpId, arranged }))
    story.must(await end(helpId, { outcome: 'done', result: 'He was there on time' }))
    expect(await barrier(referralId, barrierId)).toMatchObject({
      category: 'transportation',
      action: arranged,
      result: 'He was there on time',
    })
    expect((await lookHelp.see(story.maya(), { helpId })).help).toMatchObject({ happenedOn: '2026-10-13' })
    expect(await end(helpId, { outcome: 'done' })).toMatchObject({ because: ['ended_already'] })
  })

  test('insurance, benefits, food and a place to live are asked for a barrier and clear it when done [R064]', async () => {
    const asked = { hana: 'coverage', tessa: 'benefits', owen: 'food', guadalupe: 'housing' }
    for (const [family, kind] of Object.entries(asked)) {
      const { referralId, barrierId } = await withoutRide(family as FamilyKey)
      const helpId = await ask({ referralId, barrierId, kind })
      story.must(await end(helpId, { outcome: 'done', result: 'Approved' }))
      expect(await barrier(referralId, barrierId), kind).toMatchObject({ result: 'Approved' })
    }
  })

  test('what could not be arranged says why, and its barrier stands', async () => {
    const { referralId, barrierId } = await withoutRide('mateo')
    const helpId = await ask({ referralId, barrierId, kind: 'transport' })
    expect(await end(helpId, { outcome: 'not_possible' })).toMatchObject({ because: ['reason_missing'] })
    story.must(await end(helpId, { outcome: 'not_possible', result: 'The van is full until November' }))
    expect((await barrier(referralId, barrierId)).resolvedAt).toBeNull()
  })

  test('a barrier somebody else’s referral has is not cleared by it', async () => {
    const { referralId } = await withoutRide('ruben')
    const other = await withoutRide('kayla')
    const given = { referralId, barrierId: other.barrierId, kind: 'transport', dueOn: '2026-10-15' }
    expect(await requestHelp.perform(story.maya(), given)).toMatchObject({ because: ['barrier_unknown'] })
  })

  test('help with forms says which, and the referral says since when they are complete [R056]', async () => {
    const referralId = await story.call('amina', ['plan'])
    const forms = { referralId, kind: 'intake_forms', dueOn: '2026-10-15' }
    expect(await requestHelp.perform(story.maya(), forms)).toMatchObject({ because: ['need_missing'] })
    const helpId = await ask({ ...forms, need: 'History and insurance form' })
    const stands = async () => (await referralPage.see(story.maya(), { referralId })).full?.help
    expect(await stands()).toEqual({ open: 1, formsDoneOn: null })
    story.must(await end(helpId, { outcome: 'done', happenedOn: '2026-10-12' }))
    expect(await stands()).toEqual({ open: 0, formsDoneOn: '2026-10-12' })
    const { rows } = await story.admin.query<{ name: string; detail: object }>(
      `select name, detail from audit_event where subject_id = $1 order by id`,
      [helpId],
    )
    expect(rows).toEqual([
      { name: 'help.asked', detail: { kind: 'intake_forms' } },
      { name: 'help.ended', detail: { kind: 'intake_forms', outcome: 'done' } },
    ])
  })

  test('is there for whoever navigates at the school, and for nobody elsewhere', async () => {
    const referralId = await story.call('theo', ['plan'])
    const helpId = await ask({ referralId, kind: 'food' })
    const away = story.being('jonah')
    await expect(lookHelp.see(away, { helpId })).rejects.toThrow(new Problem('not_found'))
    const arranged = 'The pantry'
    await expect(arrangeHelp.perform(away, { helpId, arranged })).rejects.toThrow(new Problem('not_found'))
    await expect(end(crypto.randomUUID(), { outcome: 'done' })).rejects.toThrow(new Problem('not_found'))
    await expect(lookHelps.see(story.being('joan'), { referralId })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })

  test('is asked for before the handoff has begun, which stays owed', async () => {
    const referralId = await story.decide('jonas')
    await ask({ referralId, kind: 'food' })
    const { rows } = await story.admin.query(`select read_at from notice where subject_id = $1`, [referralId])
    expect(rows).toEqual([{ read_at: null }])
  })

  test('two who arrange at once are heard one after the other, and each leaves its trace', async () => {
    const referralId = await story.call('lena', ['plan'])
    const helpId = await ask({ referralId, kind: 'transport' })
    const both = ['The van', 'A cousin'].map((arranged) =>
      arrangeHelp.perform(story.maya(), { helpId, arranged }),
    )
    for (const each of await Promise.all(both)) story.must(each)
    const { help } = await lookHelp.see(story.maya(), { helpId })
    expect(['The van', 'A cousin']).toContain(help.arranged)
    expect(help.version).toBe(3)
  })
})
