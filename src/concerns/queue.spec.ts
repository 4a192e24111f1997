import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endAccess } from '#district/contract.ts'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { acknowledgeConcern } from './acknowledge-concern.ts'
import { concernPage } from './concern-page.ts'
import { queueOwners } from './queue-owners.ts'
import { routeQueue } from './route-queue.ts'
import { triagePage } from './triage-page.ts'
import { triageQueue } from './triage-queue.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
  await story.raise('sofia')
  await story.raise('ada', { urgency: 'when_possible' })
  await story.raise('ada', { urgency: 'this_week' })
})
afterAll(() => story.close())

const notAllowed = new Problem('not_allowed')
const notFound = new Problem('not_found')
const inQueue = async (key: 'daniel' | 'helen' | 'ines' | 'priya' | 'lucia', given = {}) =>
  (await triageQueue.see(story.being(key), given)).concerns

describe('The triage queue', () => {
  test('what is owed first stands on top, with duplicates counted and what is too old marked [R007] [R025]', async () => {
    const first = await inQueue('daniel')
    expect(first.map(({ dueAt }) => dueAt.getTime())).toEqual(
      first.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
    )
    expect(first.filter(({ studentName }) => studentName === 'Ada Lind').map(({ others }) => others)).toEqual(
      [1, 1],
    )
    story.clock.set('2026-10-16T18:00:00Z')
    const later = await inQueue('daniel')
    expect(later.every(({ overdue }) => overdue)).toBe(true)
    expect(later.find(({ studentName }) => studentName === 'Sofia Delgado')?.clock.headline).toBe(
      '2 school days late',
    )
    story.clock.set('2026-10-13T20:30:00Z')
    expect((await inQueue('daniel')).every(({ overdue }) => overdue)).toBe(false)
  })

  test('it goes on page by page and loses none', async () => {
    for (let made = 0; made < 45; made++) await story.raise('hana', { urgency: 'when_possible' })
    const all = await triageQueue.see(story.being('daniel'), {})
    expect(all.concerns).toHaveLength(40)
    const rest = await triageQueue.see(story.being('daniel'), { after: all.next })
    const ids = [...all.concerns, ...rest.concerns].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const [open] = await story.rows<{ n: string }>(
      "select count(*) as n from concern where state in ('submitted', 'acknowledged')",
    )
    expect(ids).toHaveLength(Number(open?.n))
    expect(rest.next).toBeNull()
  })

  test('a teacher, a navigator and a partner do not see it', async () => {
    for (const key of ['joan', 'maya', 'noor'] as const) {
      await expect(triageQueue.see(story.being(key), {})).rejects.toEqual(notAllowed)
    }
    await expect(triageQueue.see(story.being('daniel'), { school: schools.harlow.id })).rejects.toEqual(
      notAllowed,
    )
  })

  test('a concern of another school looks like one that does not exist', async () => {
    const concernId = await story.raise('theo')
    await expect(concernPage.see(story.being('priya'), { concernId })).rejects.toEqual(notFound)
    expect((await concernPage.see(story.being('daniel'), { concernId })).student?.name).toBe('Theo Brandt')
    const looked = await story.trailOf("kind = 'read' and subject_id = $1", [concernId])
    expect(looked.map(({ role, name }) => `${role}: ${name}`)).toEqual(['counselor: concerns/concern'])
  })

  test('a queue given to one role is decided by that role, and what waits moves with it [R018]', async () => {
    const before = await story.raise('owen')
    const given = { schoolId: schools.alderCreek.id, role: 'psychologist' }
    await expect(routeQueue.perform(story.being('daniel'), given)).rejects.toEqual(notAllowed)
    story.must(await routeQueue.perform(story.being('yolanda'), given))
    const after = await story.raise('owen')
    await expect(acknowledgeConcern.perform(story.being('daniel'), { concernId: before })).rejects.toEqual(
      notAllowed,
    )
    const moved = await story.trailOf("name = 'concern.moved' and subject_id = $1", [before])
    expect(moved).toHaveLength(1)
    await expect(acknowledgeConcern.perform(story.being('daniel'), { concernId: after })).rejects.toEqual(
      notAllowed,
    )
    await expect(triagePage.see(story.being('daniel'), { concernId: after })).rejects.toEqual(notAllowed)
    expect((await triagePage.see(story.being('helen'), { concernId: after })).open).toBe(true)
    story.must(await acknowledgeConcern.perform(story.being('helen'), { concernId: after }))
    story.must(await routeQueue.perform(story.being('lucia'), { ...given, role: 'all' }))
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId: before }))
    await expect(
      routeQueue.perform(story.being('lucia'), { schoolId: schools.harlow.id, role: 'all' }),
    ).rejects.toEqual(notFound)
  })

  test('a queue is not given to a role nobody holds at the school [R018]', async () => {
    await story.raise('eli', {}, 'karen')
    const given = { schoolId: schools.harlow.id, role: 'nurse' }
    const outcome = await routeQueue.perform(story.being('yolanda'), given)
    expect(outcome).toEqual({ done: false, because: ['role_not_held'] })
    story.must(await routeQueue.perform(story.being('yolanda'), { ...given, role: 'counselor' }))
    story.must(await routeQueue.perform(story.being('yolanda'), { ...given, role: 'all' }))
  })

  test('a social worker does the triage of a school, and its queue may be theirs alone [R018]', async () => {
    const given = { schoolId: schools.harlow.id, role: 'social_worker' }
    story.must(await routeQueue.perform(story.being('yolanda'), given))
    const concernId = await story.raise('eli', {}, 'karen')
    await expect(acknowledgeConcern.perform(story.being('priya'), { concernId })).rejects.toEqual(notAllowed)
    story.must(await acknowledgeConcern.perform(story.being('olive'), { concernId }))
    expect((await triagePage.see(story.being('olive'), { concernId })).open).toBe(true)
    story.must(await routeQueue.perform(story.being('yolanda'), { ...given, role: 'all' }))
  })

  test('when the last one of a role leaves, all triage staff take what waits for it [R018] [R007]', async () => {
    const given = { schoolId: schools.alderCreek.id, role: 'nurse' }
    story.must(await routeQueue.perform(story.being('yolanda'), given))
    const concernId = await story.raise('owen', { urgency: 'today' })
    await expect(triagePage.see(story.being('daniel'), { concernId })).rejects.toEqual(notAllowed)
    const [held] = (await queueOwners.see(story.being('daniel'), {})).queues
    expect(held).toMatchObject({ role: 'nurse', unheld: false })
    story.must(await endAccess.perform(story.being('yolanda'), { personId: cast.ines.id }))
    const [empty] = (await queueOwners.see(story.being('daniel'), {})).queues
    expect(empty).toMatchObject({ role: 'nurse', unheld: true })
    expect((await triagePage.see(story.being('daniel'), { concernId })).open).toBe(true)
    story.must(await acknowledgeConcern.perform(story.being('daniel'), { concernId }))
  })
})
