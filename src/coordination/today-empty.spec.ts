import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameScheduler } from '#district/name-scheduler.ts'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { everySchoolDrilled } from '#tests/support/drilled.ts'
import { everyLeadChecked, everyServiceChecked } from '#tests/support/numbers-checked.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  await everySchoolDrilled(world, '2026-10-13')
  await everyServiceChecked(world)
  await everyLeadChecked(world)
  for (const { id: schoolId } of Object.values(schools))
    await perform(world.being('yolanda'), nameScheduler, { schoolId, personId: cast.ruth.id })
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const today = async (key: 'marcus' | 'yolanda' | 'thomas' | 'leila' | 'ben' | 'maya') =>
  (await pages.get(key, '/today')).html

test('who is put nothing with a day reads what they find instead, and every place that is named opens', async () => {
  const found = {
    marcus: 'A principal owes no step of a referral.',
    yolanda: 'A district head owes no step of a referral.',
    thomas: 'Governance owes no step of a referral.',
    leila: 'A privacy officer owes no step of a referral.',
    ben: 'A roster manager owes no step of a referral.',
  } as const
  for (const [key, says] of Object.entries(found)) {
    const html = await today(key as keyof typeof found)
    expect(html).toContain(says)
    expect(html).not.toContain('What you owe comes here')
    const [, main = ''] = html.split('<main')
    const buttons = [...main.matchAll(/<a class="btn[^"]*" href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(buttons.length).toBeGreaterThan(0)
    for (const href of buttons) {
      expect([href, (await pages.get(key as keyof typeof found, href)).status]).toEqual([href, 200])
    }
  }
  expect(await today('maya')).toContain('What you owe comes here, the oldest promise first.')
})
