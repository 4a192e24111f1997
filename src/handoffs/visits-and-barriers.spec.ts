import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { handoffStory, type HandoffStory, decidedAt, visitFor } from '#tests/support/handoff-story.ts'
import { bookAppointment } from './book-appointment.ts'
import { exceptHandoff } from './except-handoff.ts'
import { barrierPage } from './barrier-page.ts'
import { rebookAppointment } from './rebook-appointment.ts'
import { resolveBarrier } from './resolve-barrier.ts'
import { settleLogistics } from './settle-logistics.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

describe('Visits, barriers and exceptions', () => {
  const book = (id: string, given = {}) => bookAppointment.perform(story.maya(), visitFor(id, given))

  test('nothing is booked before the referral is sent, and a visit after the same week needs a reason [R016]', async () => {
    const id = await story.call('ruben', ['send', 'receipt', 'visit', 'plan'])
    expect(await book(id)).toEqual({ done: false, because: ['not_sent'] })
    await story.send(id)
    expect(await book(id, { on: '2026-10-21' })).toEqual({ done: false, because: ['late_without_reason'] })
    const reason = { on: '2026-10-21', lateReason: 'work_schedule', flexible: ['after_hours'] }
    expect(story.must(await book(id, reason))).toMatchObject({ late: true })
    expect(await book(id)).toEqual({ done: false, because: ['visit_still_open'] })
  })

  test('a visit that is moved keeps its own row, and the two stay linked', async () => {
    const id = await story.call('sofia', ['visit', 'plan'])
    const first = story.must(await book(id)).appointmentId
    const moved = { appointmentId: first, ...visitFor(id, { on: '2026-10-16' }) }
    const second = story.must(await rebookAppointment.perform(story.maya(), moved)).appointmentId
    const query = 'select id, result, replaces_id from appointment where referral_id = $1 order by starts_at'
    const { rows } = await story.admin.query(query, [id])
    expect(rows).toEqual([
      { id: first, result: 'rescheduled', replaces_id: null },
      { id: second, result: null, replaces_id: first },
    ])
  })

  test('another navigator’s families are not found', async () => {
    await expect(story.call('jordan')).rejects.toThrow(new Problem('not_found'))
  })

  test('each conflict opens a barrier, once [R049] [R060]', async () => {
    const id = await story.call('tessa', ['logistics'])
    const given = {
      referralId: id,
      transport: 'unsettled',
      conflicts: ['work_schedule'],
      interpreterBooked: 'no',
    }
    expect(story.must(await settleLogistics.perform(story.maya(), given)).barriers).toEqual([
      'work_schedule',
      'transportation',
      'language',
    ])
    expect(story.must(await settleLogistics.perform(story.maya(), given)).barriers).toEqual([])
    const { rows } = await story.admin.query(
      'select category, resolved_at from barrier where referral_id = $1 order by category',
      [id],
    )
    expect(rows.map(({ category }) => category)).toEqual(['language', 'transportation', 'work_schedule'])
    expect(await settleLogistics.perform(story.maya(), { ...given, conflicts: ['laziness'] })).toEqual({
      done: false,
      because: ['barrier_unknown'],
    })
  })

  test('a barrier is cleared by what was done and what came of it, once, and by nothing less [R058] [R060]', async () => {
    const id = await story.call('tessa', ['logistics'])
    const given = { referralId: id, transport: 'unsettled', conflicts: ['work_schedule'] }
    story.must(await settleLogistics.perform(story.maya(), given))
    const { rows } = await story.admin.query<{ id: string }>(
      `select id from barrier where referral_id = $1 and category = 'transportation'`,
      [id],
    )
    const barrierId = rows[0]?.id as string
    const clear = (words: object, by = story.maya()) =>
      resolveBarrier.perform(by, { referralId: id, barrierId, ...words })
    const said = { action: 'A bus pass from the district', result: 'They come each Thursday' }
    for (const half of [{ action: said.action }, { result: said.result }, { ...said, action: ' ' }])
      await expect(clear(half)).rejects.toMatchObject({ code: 'not_valid' })
    await expect(clear(said, story.being('joan'))).rejects.toThrow(new Problem('not_allowed'))
    await expect(clear(said, story.being('jonah'))).rejects.toThrow(new Problem('not_found'))
    const other = await story.decide('hana')
    await expect(clear({ ...said, referralId: other })).rejects.toThrow(new Problem('not_found'))
    story.must(await clear(said))
    expect(await clear(said)).toEqual({ done: false, because: ['resolved_already'] })
    const seen = await barrierPage.see(story.being('ines'), { referralId: id, barrierId })
    expect(seen).toMatchObject({ barrier: said, resolvedBy: 'Maya Okafor', label: 'Transportation' })
    // What stands in the way again is a barrier anew.
    expect(story.must(await settleLogistics.perform(story.maya(), given)).barriers).toEqual([
      'transportation',
    ])
  })

  test('an exception is documented and what is owed stays owed [R052]', async () => {
    const id = await story.decide('amina')
    const given = {
      referralId: id,
      reason: 'no_interpreter',
      note: 'No Arabic interpreter until tomorrow 9:00',
    }
    expect(await exceptHandoff.perform(story.maya(), { ...given, reason: 'flyer' })).toEqual({
      done: false,
      because: ['reason_unknown'],
    })
    story.must(await exceptHandoff.perform(story.maya(), given))
    expect(await story.row(id)).toMatchObject({ state: 'excepted', exception_reason: 'no_interpreter' })
    expect((await story.referral(id)).next_step).toBe('make_handoff')
    expect(await exceptHandoff.perform(story.maya(), given)).toEqual({ done: false, because: ['not_open'] })
  })
})
