import { afterAll, beforeAll, expect, test } from 'vitest'
import { setAbsence } from '#district/set-absence.ts'
import { agencyStory } from '#tests/support/agency-story.ts'
import { reviewIds } from '#tests/support/review-ids.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { handOverWork } from './hand-over-work.ts'
import { lookLeftWork } from './look-left-work.ts'

let story: Awaited<ReturnType<typeof agencyStory>>
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const left = async () => (await lookLeftWork.see(story.being('ruth'), {})).left
const away = async (who: CastKey, backup: CastKey) => {
  const days = { fromOn: '2026-10-13', throughOn: '2026-10-14' }
  const given = { personId: cast[who].id, backupId: cast[backup].id, ...days }
  story.must(await setAbsence.perform(story.being(who), given))
}

test('The work of somebody who is away waits only where nobody in the line is there, tasks too, and is handed over', async () => {
  const { taskId } = await reviewIds(story)
  await away('maya', 'grace')
  expect(await left()).toEqual([])
  // Grace is away as well, and Helen stands in for her: it is with Helen.
  await away('grace', 'helen')
  expect(await left()).toEqual([])
  await away('helen', 'grace')
  expect(await left()).toMatchObject([{ personName: cast.maya.name, referrals: 1, supports: 0, tasks: 1 }])

  const giving = { personId: cast.maya.id, schoolId: schools.alderCreek.id, toId: cast.daniel.id }
  const given = story.must(await handOverWork.perform(story.being('ruth'), giving))
  expect(given).toMatchObject({ referrals: 1, tasks: 1 })
  expect(await left()).toEqual([])
  const [task] = await story.rows('select owner_id from review_task where id = $1', taskId as string)
  expect(task?.['owner_id']).toBe(cast.daniel.id)
  expect(await story.trailOf(`name = 'review_task.given'`, [])).toHaveLength(1)
  const told = await story.rows(
    `select kind from notice where person_id = $1 and kind like '%given' order by kind`,
    cast.daniel.id,
  )
  expect(told.map(({ kind }) => kind)).toEqual(['referral_given', 'review_task.given'])
})
