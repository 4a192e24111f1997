import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())
beforeEach(() => {
  house.mail.length = 0
  house.after(20)
})

/** Opens a link that has ended and asks for a new one. */
async function asksAnew(path: string) {
  const browser = house.browser()
  const gone = await browser.get(path)
  const sent = await browser.send(`${path}/renewal`, {})
  return [gone.body, sent.body]
}

describe('The link of an invitation, once it has ended', () => {
  test('lets nobody in; it brings a new one to the same address, until the invitation is taken up', async () => {
    const old = await house.invited('samuel')
    house.after(31)
    expect((await house.browser().fill(old, { password })).statusCode).toBe(200)
    expect(await asksAnew(old)).toEqual([
      expect.stringContaining('does not work any more'),
      expect.stringContaining('a new link is on its way'),
    ])
    const [, letter] = await house.letters(2)
    expect(letter?.to).toBe(cast.samuel.email)
    const fresh = linkIn(letter?.text)
    expect((await house.browser().get(old)).body).toContain('does not work any more')
    expect((await house.browser().fill(fresh, { password })).statusCode).toBe(303)
    expect(await house.signInsOf('samuel')).toContain('system: invitation.renewed')

    for (const path of [fresh, old]) await asksAnew(path)
    expect(house.mail).toHaveLength(2)
  })
})

describe('An invitation', () => {
  test('is open for a week, however often its link is written anew', async () => {
    let path = await house.invited('lucia')
    const invitedAt = house.clock.now().getTime()
    for (const [index, minutes] of [31, 3 * 24 * 60, 7 * 24 * 60 - 1].entries()) {
      house.clock.set(new Date(invitedAt + minutes * 60_000))
      await asksAnew(path)
      const letters = await house.letters(index + 2)
      expect(letters).toHaveLength(index + 2)
      path = linkIn(letters.at(-1)?.text)
      expect((await house.browser().get(path)).body).toContain('Welcome, Lucia')
    }
    house.after(32)
    await asksAnew(path)
    expect(house.mail).toHaveLength(4)
  })

  test('asked for anew, says nothing about whether there is one', async () => {
    const known = await house.invited('thomas')
    house.after(31)
    const strip = (body: string) => body.replaceAll(/value="[^"]*"|\/invitation\/[\w-]+/g, '')
    const answers = [await asksAnew(known), await asksAnew(`/invitation/${'A'.repeat(43)}`)]
    expect(answers[0]?.map(strip)).toEqual(answers[1]?.map(strip))
  })

  test('whose mail is written late still works for half an hour from then', async () => {
    await house.invited('maya')
    const { rows } = await house.admin.query<{ id: string }>(
      `update auth.link set token_hash = null, expires_at = $1 where used_at is null and person_id = $2 returning id`,
      [house.clock.now(), cast.maya.id],
    )
    house.after(120)
    const job = house.door.jobs.find(({ name }) => name === 'access/send-invitation')
    await job?.run(house.being('ben'), { district_id: house.districtId, link_id: rows[0]?.id })
    const path = linkIn(house.mail.at(-1)?.text)
    house.after(29)
    expect((await house.browser().get(path)).body).toContain('Welcome, Maya')
    house.after(2)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
  })
})
