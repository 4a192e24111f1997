import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { askEscalation } from './ask-escalation.ts'
import { jobs } from './jobs.ts'
import { takeEscalation } from './take-escalation.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

describe('A high-need referral without an intake', () => {
  test('is escalated to the lead by itself after a week, once, and not on day six [R087] [R089]', async () => {
    const referralId = await story.openHighNeed('mateo')
    await story.round()
    story.pass(6 * story.day)
    await story.round()
    expect(await story.escalationsOf(referralId)).toEqual([])

    story.pass(story.day + story.hour)
    // Two workers make their round at once, and a third comes after them.
    await Promise.all([story.round(), story.round()])
    expect(await story.round()).toBe(0)
    const [escalation, ...more] = await story.escalationsOf(referralId)
    expect(more).toEqual([])
    const byItself = { cause: 'high_need_intake', opened_by: null, state: 'open', high_need: true }
    expect(escalation).toMatchObject(byItself)
    expect(await story.toldOf(escalation.id)).toEqual([cast.ruth.id])
    const trail = await story.trailOf('subject_id = $1', [escalation.id])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'system: escalation.opened',
      'system: escalation.lead_told',
    ])
  })

  test('keeps what was due, under which standard, and who was holding it, for good', async () => {
    const { rows } = await story.admin.query(
      "select * from standard_breach where clock = 'high_need_intake' order by due_at limit 1",
    )
    expect(rows[0]).toMatchObject({
      held_by: 'navigator',
      person_id: cast.maya.id,
      standard: { clock: 'high_need_intake', unit: 'calendar_days', amount: 7, version: 1 },
    })
  })

  test('is noticed after a standstill too, and is not lost when noticing it was cut short', async () => {
    const referralId = await story.openHighNeed('lena')
    await story.round()
    story.pass(30 * story.day)
    // Somebody holds the referral, so that the round which finds the stall can not keep it.
    const holder = await story.admin.query('begin').then(() => story.admin)
    await holder.query('select from referral where id = $1 for update', [referralId])
    const cut = story.round()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await story.breachesOf(referralId)).toEqual([])
    await holder.query('rollback')
    await cut
    const kept = (await story.breachesOf(referralId)).map(({ clock }) => clock)
    expect(kept).toHaveLength(3)
    expect(kept).toEqual(expect.arrayContaining(['assessment', 'high_need_intake', 'warm_handoff']))
  })

  test('is told to whoever stands in when the lead does not take it, or does not move it [R089]', async () => {
    const { escalationId } = await story.stalled('theo')
    expect(await story.toldOf(escalationId)).toEqual([cast.ruth.id])
    story.pass(3 * story.day)
    await story.round()
    const told = await story.toldOf(escalationId)
    expect(told).toEqual([cast.ruth.id, cast.lucia.id])
    // Nobody is told any more once somebody has it, while they have time to decide.
    story.must(await takeEscalation.perform(story.being('lucia'), { escalationId }))
    story.pass(story.hour)
    await story.round()
    expect(await story.toldOf(escalationId)).toEqual(told)
    // Who took it does not move it, or is not there any more: the next is told.
    story.pass(9 * story.day)
    await story.round()
    expect(await story.toldOf(escalationId)).toEqual([...told, cast.yolanda.id])
  })
})

describe('A round', () => {
  test('that cannot keep what stalled still tells whoever stands in of what waits', async () => {
    const { escalationId } = await story.stalled('ruben')
    const told = await story.toldOf(escalationId)
    await story.openHighNeed('tessa')
    story.pass(9 * story.day)
    await story.admin.query('revoke insert on standard_breach from throughline_app')
    const [makeRound] = jobs
    const doer = story.asSystem(story.districtId)
    const made = makeRound?.run(doer, { district_id: story.districtId })
    await expect(made).rejects.toThrow('A round through what stalls did not end well')
    await story.admin.query('grant insert on standard_breach to throughline_app')
    expect((await story.toldOf(escalationId)).length).toBe(told.length + 1)
  })
})

describe('A round, of concerns', () => {
  test('tells of one that was not decided in its time, and of none that has time left', async () => {
    const said = { studentId: families.sofia.id, observed: 'Quiet', urgency: 'this_week' }
    const { concernId } = story.must(await raiseConcern.perform(story.being('joan'), said))
    const news = async () =>
      (
        await story.admin.query('select from notice where subject_id = $1 and kind = $2', [
          concernId,
          'concern.late',
        ])
      ).rowCount
    const makeRound = () => jobs[0]?.run(story.asSystem(story.districtId), { district_id: story.districtId })
    await makeRound()
    expect(await news()).toBe(0)
    story.pass(4 * story.day)
    await makeRound()
    const told = await news()
    expect(told).toBeGreaterThan(0)
    await makeRound()
    expect(await news()).toBe(told)
  })
})

describe('Asking the lead', () => {
  test('does not wait for a clock, and asks once', async () => {
    const referralId = await story.decide('owen')
    const words = 'Nobody answers at the agency'
    const ask = () => askEscalation.perform(story.being('maya'), { referralId, words })
    const { escalationId } = story.must(await ask())
    expect(await story.toldOf(escalationId)).toEqual([cast.ruth.id])
    expect(await ask()).toMatchObject({ done: false, because: ['open_already'] })
    expect(await story.breachesOf(referralId)).toEqual([])
  })
})
