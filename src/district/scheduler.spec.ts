import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { endAccess } from './end-access.ts'
import { lookScheduler } from './look-scheduler.ts'
import { lookSchools } from './look-schools.ts'
import { nameScheduler } from './name-scheduler.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const { alderCreek, larkspur, harlow } = schools
const name = (by: CastKey, person: CastKey, schoolId: string = alderCreek.id) =>
  nameScheduler.perform(world.being(by), { schoolId, personId: cast[person].id })
const named = async () => {
  const seen = await lookSchools.see(world.being('joan'), {})
  return Object.fromEntries(seen.schools.map(({ id, scheduler }) => [id, scheduler]))
}
/** What Today says of schools without anybody, or undefined. */
const gap = async (key: CastKey) => {
  const { html } = await pages.get(key, '/today')
  return /<a href="\/schools">([^<]*nobody who books[^<]*)<\/a>([^<]*)/.exec(html)?.slice(1).join('')
}

test('each school says who books visits, and one without anybody is a gap that waits on Today [R065]', async () => {
  expect((await pages.get('joan', '/schools')).html).toContain('Gap: nobody is named')
  expect(await gap('marcus')).toBe('1 school has nobody who books visits. Late.')
  expect(await gap('yolanda')).toBe('4 schools have nobody who books visits. 3 of them late.')
  expect(await gap('daniel')).toBeUndefined()

  expect((await name('marcus', 'daniel')).done).toBe(true)
  expect(await named()).toMatchObject({ [alderCreek.id]: 'Daniel Reyes', [larkspur.id]: null })
  expect(await gap('marcus')).toBeUndefined()
  expect(await gap('yolanda')).toBe('3 schools have nobody who books visits. 2 of them late.')
  expect((await pages.get('joan', '/schools')).html).toContain('Daniel Reyes')
  expect((await pages.get('joan', '/schools')).html).not.toContain('/scheduler')
})

test('somebody else takes the place; it is somebody who works there', async () => {
  expect(await name('marcus', 'daniel')).toMatchObject({ because: ['named_already'] })
  expect(await name('marcus', 'jonah')).toMatchObject({ because: ['not_at_school'] })
  expect(await name('marcus', 'joan')).toMatchObject({ because: ['not_at_school'] })
  expect((await name('lucia', 'ines')).done).toBe(true)
  expect((await named())[alderCreek.id]).toBe('Ines Duarte')
  const [, last] = await world.trailOf(`name = 'school.scheduler_named'`, [])
  expect(last).toMatchObject({ role: 'student_support_head', detail: { scheduler: cast.ines.id } })
})

test('whoever leaves books no visits any more: the school is a gap again', async () => {
  expect((await endAccess.perform(world.being('leila'), { personId: cast.ines.id })).done).toBe(true)
  expect((await named())[alderCreek.id]).toBeNull()
  expect((await lookScheduler.see(world.being('lucia'), { schoolId: alderCreek.id })).scheduler).toBeNull()
})

test('is named by those who lead there and by nobody else', async () => {
  await expect(name('marcus', 'olive', harlow.id)).rejects.toThrow(new Problem('not_found'))
  await expect(name('daniel', 'daniel')).rejects.toThrow(new Problem('not_allowed'))
  await expect(lookScheduler.see(world.being('marcus'), { schoolId: harlow.id })).rejects.toThrow(
    new Problem('not_found'),
  )
  const sent = await pages.post('yolanda', `/schools/${harlow.id}/scheduler`, { personId: cast.olive.id })
  expect(sent.location).toBe('/schools')
  expect((await pages.get('yolanda', '/schools')).html).toContain('Olive Grant')
})
