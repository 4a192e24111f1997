import { afterAll, beforeAll, expect, test } from 'vitest'
import { riverside, type World } from '../support/riverside.ts'
import { pagesOf } from '../support/pages.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const says = 'every person here is invented'

test('every page of a demo says that everybody is invented, and no page says so anywhere else', async () => {
  const { rows } = await world.admin.query<{ code: string }>(
    'select public_code as code from school where public_code is not null limit 1',
  )
  const publicPage = `/ask/${rows[0]?.code}`
  for (const demo of [true, false]) {
    const pages = await pagesOf(world, undefined, { demo })
    for (const [who, address] of [
      ['maya', '/today'],
      ['noor', '/inbox'],
      [null, publicPage],
    ] as const) {
      const { status, html } = await pages.get(who, address)
      expect([address, status, html.includes(says)]).toEqual([address, 200, demo])
    }
    await pages.close()
  }
})
