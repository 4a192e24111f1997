import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

const counts = async () => {
  const { rows } = await house.admin.query<Record<string, number>>(
    `select (select count(*)::int from auth.session) as sessions, (select count(*)::int from auth.link) as links,
       (select count(*)::int from auth.throttle) as counts`,
  )
  return rows[0]
}

test('what has ended is forgotten: sessions at once, links and counts after a month', async () => {
  const tidy = async () => {
    const job = house.door.jobs.find(({ name }) => name === 'access/tidy-sign-in')
    await job?.run(house.being('ben'), { district_id: house.districtId })
    return counts()
  }
  await house.signedIn('maya')
  await house.invited('jonah')
  await house.browser().fill('/sign-in', { email: cast.jonah.email, password: 'not a password' })
  // Of the address, of where it came from, and of all networks together.
  expect(await tidy()).toEqual({ sessions: 1, links: 1, counts: 3 })
  house.after(16)
  expect(await tidy()).toEqual({ sessions: 0, links: 1, counts: 3 })
  house.after(60 * 24 * 38)
  expect(await tidy()).toEqual({ sessions: 0, links: 0, counts: 0 })
})
