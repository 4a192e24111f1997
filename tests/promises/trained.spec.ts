import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import type { Look } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { Problem } from '#platform/problem.ts'
import { house } from '../../src/compose.ts'
import { riverside, type World } from '../support/riverside.ts'

const looks = [...new Set(house.screens.map(({ look }) => look as unknown as Look))]

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const works: readonly Role[] = [
  'counselor',
  'principal',
  'district_head',
  'privacy_officer',
  'roster_manager',
]

/** What each look that shows a student answers to somebody of the staff who may look. */
async function answersTo(untrained: boolean): Promise<Map<string, string | undefined>> {
  const base = world.being('helen')
  const answers = new Map<string, string | undefined>()
  for (const look of looks) {
    const role = works.find((each) => look.by.includes(each))
    if (role === undefined || look.shows === 'no student') continue
    const actor = { ...base.actor, role, ...(untrained && { untrained: ['records'] as const }) }
    const doer: Doer = { ...base, actor, provenLately: true }
    const code = await look.see(doer, {}).then(
      () => undefined,
      (error: Error) => (error instanceof Problem ? error.code : 'broken'),
    )
    answers.set(look.name, code)
  }
  return answers
}

test('whoever is not trained to read records opens no page of a student, but to help now [R308]', async () => {
  const answers = await answersTo(true)
  const open = [...answers].flatMap(([name, code]) => (code === 'training_needed' ? [] : [name])).sort()
  expect(open).toEqual([
    'concerns/new-concern',
    'concerns/own-concerns',
    'concerns/student-to-name',
    'crisis/crisis',
    'crisis/incident',
  ])
  expect(answers.size).toBeGreaterThan(40)
  expect([...(await answersTo(false)).values()]).not.toContain('training_needed')
}, 60_000)
