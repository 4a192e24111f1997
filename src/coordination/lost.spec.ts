import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setAbsence } from '#district/set-absence.ts'
import { nameBackup } from '#district/name-backup.ts'
import { nameHolder } from '#referrals/name-holder.ts'
import { cast } from '#tests/riverside/cast.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { checkLost, isCheckDue } from './check-lost.ts'
import { jobs } from './jobs.ts'
import { lookLost } from './look-lost.ts'

let story: StalledStory
let referralId = ''
beforeAll(async () => {
  story = await stalledStory()
  referralId = await story.decide('mateo')
  await story.decide('lena')
  const risky = await story.openHighNeed('theo')
  story.must(await nameHolder.perform(story.being('maya'), { referralId: risky, holderId: cast.helen.id }))
  await story.round()
})
afterAll(() => story.close())

const system = () => story.asSystem(story.districtId)
const check = () => checkLost(system())
const found = async () =>
  (await lookLost.see(story.being('ruth'), {})).findings.map(({ lacks, repaired }) => ({ lacks, repaired }))

/** Changes what no act changes so, past the guards: as a mistake in the house would. */
const behind = async (text: string, values: unknown[] = []) => {
  await story.admin.query('begin')
  await story.admin.query('set local session_replication_role = replica')
  await story.admin.query(text, values)
  await story.admin.query('commit')
}

describe('Everything open', () => {
  test('has an owner, a next action, a clock and a list on which somebody sees it', async () => {
    const { open, found: missing } = await check()
    expect(open).toBeGreaterThanOrEqual(3)
    expect(missing).toBe(0)
    expect(await found()).toEqual([])
  })

  test('without the clock that is heard is found, and the clock is set again', async () => {
    story.pass(story.hour)
    await behind('delete from stall_watch where referral_id = $1', [referralId])
    expect(await check()).toMatchObject({ found: 1, repaired: 1 })
    expect(await found()).toEqual([{ lacks: 'clock', repaired: true }])
    expect(await check()).toMatchObject({ found: 0 })
  })

  test('with a next action that does not fit is found, and it is worked out anew', async () => {
    const before = await story.admin.query('select next_step from referral where id = $1', [referralId])
    await behind(`update referral set next_step = 'hold_visit' where id = $1`, [referralId])
    expect(await check()).toMatchObject({ found: 1, repaired: 1 })
    expect(await found()).toEqual([{ lacks: 'next_action', repaired: true }])
    const after = await story.admin.query('select next_step from referral where id = $1', [referralId])
    expect(after.rows).toEqual(before.rows)
  })

  test('whose owner is gone is found, and goes to whoever was named to stand in, and to nobody else', async () => {
    await behind(`update assignment set ended_at = $2 where person_id = $1`, [
      cast.maya.id,
      story.clock.now(),
    ])
    const { found: missing, repaired } = await check()
    expect([missing > 0, repaired]).toEqual([true, 0])
    await behind(`update assignment set ended_at = null where person_id = $1`, [cast.maya.id])
    const grace = { personId: cast.maya.id, backupId: cast.grace.id }
    story.must(await nameBackup.perform(story.being('maya'), grace))
    await behind(`update assignment set ended_at = $2 where person_id = $1`, [
      cast.maya.id,
      story.clock.now(),
    ])
    expect(await check()).toMatchObject({ found: missing, repaired: missing })
    const { rows } = await story.admin.query('select navigator_id from referral where id = $1', [referralId])
    expect(rows[0].navigator_id).toBe(cast.grace.id)
    await behind(`update assignment set ended_at = null where person_id = $1`, [cast.maya.id])
  })

  test('whose owner is away is somebody’s while whoever stands in is there, and is found when not', async () => {
    const today = story.clock.now().toISOString().slice(0, 10)
    const days = { fromOn: today, throughOn: today }
    const away = { personId: cast.grace.id, backupId: cast.helen.id, ...days }
    story.must(await setAbsence.perform(story.being('grace'), away))
    expect(await check()).toMatchObject({ found: 0 })
    const both = { personId: cast.helen.id, backupId: cast.grace.id, ...days }
    story.must(await setAbsence.perform(story.being('helen'), both))
    const { found: missing, repaired } = await check()
    expect([missing > 0, repaired]).toEqual([true, 0])
    expect(new Set((await found()).map(({ lacks }) => lacks))).toEqual(new Set(['owner']))
    await behind('delete from absence')
  })

  test('that nobody sees on a list is found, and said', async () => {
    await behind(`update assignment set starts_on = '2027-01-01' where role in
      ('counselor', 'psychologist', 'social_worker', 'nurse', 'student_support_head', 'care_coordinator', 'crisis_lead')
      or (role = 'designated_lead') or (role = 'navigator')`)
    await check()
    const { rows } = await story.admin.query(
      'select lacks, repaired from lost_finding where check_id = (select id from lost_check order by checked_at desc, id desc limit 1)',
    )
    expect(rows).toContainEqual({ lacks: 'queue', repaired: false })
    await behind(`update assignment set starts_on = '2026-08-03'`)
    expect(await check()).toMatchObject({ found: 0 })
  })
})

describe('The look of a night', () => {
  test('is made once, from two o’clock on, whichever worker comes first', async () => {
    const [job] = jobs
    const run = () => job?.run(system(), { district_id: story.districtId })
    const count = async () => (await story.admin.query('select count(*)::int as n from lost_check')).rows[0].n
    // Ten at night in Riverside, of the day on which it was looked last.
    story.clock.set('2026-10-07T05:00:00Z')
    await check()
    const before = await count()
    await run()
    expect(await count()).toBe(before)
    // Half past midnight, then two in the morning of the next day.
    story.clock.set('2026-10-07T07:30:00Z')
    expect(await isCheckDue(system())).toBe(false)
    story.clock.set('2026-10-07T09:00:00Z')
    await run()
    await run()
    expect(await count()).toBe(before + 1)
  })

  test('is read on a page by whoever answers for it, and names no student', async () => {
    const pages = await pagesOf(story)
    await story.round()
    expect(await check()).toMatchObject({ found: 0 })
    const { status, html } = await pages.get('ruth', '/lost')
    expect(status).toBe(200)
    expect(html).toContain('Each has an owner, a next action, a clock and a list.')
    expect((await pages.get('maya', '/lost')).status).toBe(403)
    await pages.close()
  })
})
