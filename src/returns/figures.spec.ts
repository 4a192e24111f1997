import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fewest, isSmall } from '#platform/small-counts.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { countReturns, type Returned, returnsTelling, windowOf, windowsIn } from './figures.ts'
import { lookReturnFigures } from './look-figures.ts'
import { stabilityOf } from './rules.ts'

const returned = (happened: object, returnedOn = '2026-10-15', school = 'a'): Returned => {
  const known = { absentOn: [], excludedOn: [], urgentOn: [], attendanceThrough: '2026-11-30', ...happened }
  const around = { crisisOn: '2026-10-13', returnedOn, windows: [30, 60], today: '2026-11-30' }
  return { schoolId: school, schoolName: school, windows: stabilityOf(known, around) }
}

describe('Returns in counts', () => {
  test('are counted window by window, once its days have passed: attendance, exclusions, further crises [R123]', () => {
    const some = [
      returned({}),
      returned({ attendanceThrough: null }),
      returned({ absentOn: ['2026-10-20'] }),
      returned({ excludedOn: ['2026-10-16'] }),
      returned({ urgentOn: ['2026-11-10'] }),
      returned({}, '2026-11-20'),
    ]
    expect(windowsIn(some)).toEqual([30, 60])
    const counts = countReturns(some, [30, 60])
    expect(windowOf(counts, 30)).toEqual({
      returned: 5,
      restored: 3,
      missedMore: 1,
      unknown: 1,
      excluded: 1,
      urgent: 1,
      held: 1,
    })
    expect(windowOf(counts, 60)).toMatchObject({ returned: 0, restored: 0, held: 0 })
  })

  test('say who came back between two windows too, and who is left of a sum', () => {
    const many = Array.from({ length: 25 }, () => returned({}))
    expect(returnsTelling(countReturns(many, [30]), [30]).some(isSmall)).toBe(false)
    const more = [...many, returned({ excludedOn: ['2026-10-16'] })]
    expect(returnsTelling(countReturns(more, [30]), [30]).some(isSmall)).toBe(true)
    const nested = { ...countReturns(many, [30]), ...countReturns(many.slice(3), [30, 60]) }
    const sixty = { '60.returned': 22, '60.restored': 22, '60.held': 22 }
    expect(returnsTelling({ ...nested, ...countReturns(many, [30]), ...sixty }, [30, 60])).toContain(3)
  })
})

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

/** So many students of a school came back, one by one, and nothing spoke against it. */
async function cameBack(schoolId: string, count: number) {
  const [plan] = await story.rows<{ id: string }>('select id from return_plan limit 1')
  for (let at = 0; at < count; at++) {
    await story.behind(
      `with i as (insert into crisis_incident select (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'school_id', $1::uuid))).* from crisis_incident c
           where c.id = (select incident_id from return_plan where id = $2) returning id)
       insert into return_plan select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
         'incident_id', i.id, 'school_id', $1::uuid, 'returned_on', date '2026-10-15', 'state', 'returned',
         'agreed_at', p.opened_at, 'agreed_by', p.owner_id))).*
       from return_plan p, i where p.id = $2`,
      [schoolId, plan?.id],
    )
  }
}
const seen = async (key: 'thomas' | 'grace') => lookReturnFigures.see(story.being(key), {})
const after30 = async (key: 'thomas' | 'grace') => (await seen(key)).windows.find(({ days }) => days === 30)

test('governance reads them school by school, and no school whose numbers could say whom they are about [R123]', async () => {
  await story.closed()
  await cameBack(schools.alderCreek.id, fewest + 5)
  await cameBack(schools.harlow.id, 2)
  story.pass(40)
  const all = fewest + 7
  expect(
    (await after30('thomas'))?.schools.map(({ name }) => name),
    'the total less one would tell',
  ).toEqual([])
  expect((await seen('thomas')).hidden).toBe(2)
  expect((await after30('grace'))?.total).toMatchObject({ urgent: 0 })
  expect((await after30('grace'))?.total?.returned).toBe(all)
  await cameBack(schools.harlow.id, fewest)
  const told = await after30('thomas')
  expect(told?.schools.map(({ name, counts }) => [name, counts.returned])).toEqual([
    ['Alder Creek Middle School', fewest + 5],
    ['Harlow High School', fewest + 2],
  ])
  expect(told?.total).toMatchObject({ returned: all + fewest, excluded: 0 })
  const { html } = await story.pages.get('thomas', '/returns/figures')
  expect(html).toContain('30 days after the return')
  expect(html).toContain('Harlow High School')
  expect((await story.pages.get('joan', '/returns/figures')).status).toBe(403)
})
