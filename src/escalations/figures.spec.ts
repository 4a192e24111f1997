import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '#tests/support/pages.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { askEscalation } from './ask-escalation.ts'
import { closeEscalation } from './close-escalation.ts'
import { decideEscalation } from './decide-escalation.ts'
import { type Counted, figuresByCause, figuresOf, tellsNobody } from './figures.ts'
import { lookEscalations } from './look-escalations.ts'
import { lookFigures } from './look-figures.ts'

const at = (day: number) => new Date(Date.UTC(2026, 9, day))
const one = (cause: Counted['cause'], closed?: number, ending: Counted['ending'] = 'connected'): Counted => ({
  cause,
  openedAt: at(1),
  closedAt: closed === undefined ? null : at(closed),
  ending: closed === undefined ? null : ending,
})

describe('Stalled loops in figures', () => {
  const some = [
    one('asked', 3),
    one('asked', 8),
    one('asked', 4, 'other_plan'),
    one('silent', 2),
    one('silent'),
  ]

  test('are how many there were, how each ended, and the middle of how long it took', () => {
    expect(figuresOf(some)).toEqual({ opened: 5, open: 1, connected: 3, otherPlan: 1, middleDays: 2.5 })
    expect(figuresByCause(some)).toEqual([
      { cause: 'asked', opened: 3, open: 0, connected: 2, otherPlan: 1, middleDays: 3 },
      { cause: 'silent', opened: 2, open: 1, connected: 1, otherPlan: 0, middleDays: 1 },
    ])
    expect(figuresOf([]).middleDays).toBeNull()
  })

  test('are held back from who reads no record while any of them is small', () => {
    expect(tellsNobody(figuresOf(some))).toBe(false)
    expect(tellsNobody({ opened: 30, open: 10, connected: 20, otherPlan: 0, middleDays: 4 })).toBe(true)
    expect(tellsNobody({ opened: 30, open: 10, connected: 19, otherPlan: 1, middleDays: 4 })).toBe(false)
  })
})

describe('The page of figures', () => {
  let story: StalledStory
  beforeAll(async () => {
    story = await stalledStory()
  })
  afterAll(() => story.close())

  test('matches the escalations there are, leads to each of them, and tells governance no small number [R093]', async () => {
    const { must, being } = story
    const closed = await story.stalled('lena')
    await story.ready(closed.escalationId)
    const { escalationId } = closed
    must(
      await decideEscalation.perform(being('ruth'), {
        escalationId,
        decision: 'continue',
        againOn: story.later(),
      }),
    )
    story.pass(3 * story.day)
    const plan = { ending: 'other_plan', words: 'Weekly talks', againOn: story.later() }
    must(await closeEscalation.perform(being('ruth'), { escalationId, ...plan }))
    const asked = await story.decide('theo')
    must(await askEscalation.perform(being('maya'), { referralId: asked, words: 'Nobody answers' }))

    const { all, causes } = await lookFigures.see(being('ruth'), {})
    expect(all).toEqual({ opened: 2, open: 1, connected: 0, otherPlan: 1, middleDays: 3 })
    expect(causes.map(({ cause, opened, open }) => [cause, opened, open])).toEqual([
      ['asked', 1, 1],
      ['high_need_intake', 1, 0],
    ])
    const listed = async (state: string) =>
      (await lookEscalations.see(being('ruth'), { state })).shown.map(({ id }) => id)
    expect(await listed('open')).toHaveLength(all?.open ?? 0)
    expect(await listed('closed')).toEqual([escalationId])
    expect(await lookFigures.see(being('thomas'), {})).toEqual({ readsEach: false, causes: [] })

    const pages = await pagesOf(story)
    const { html } = await pages.get('ruth', '/escalations/figures')
    expect(html).toContain('href="/escalations?state=closed"')
    expect((await pages.get('thomas', '/escalations/figures')).html).toContain('Held back')
    expect((await pages.get('joan', '/escalations/figures')).status).toBe(403)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
