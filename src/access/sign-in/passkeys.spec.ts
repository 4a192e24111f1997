import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Authenticator, challengeOn } from '#tests/support/authenticator.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { adds, enters, origin, withPasskey } from '#tests/support/passkeys.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())
beforeEach(() => {
  house.after(16)
  house.mail.length = 0
})

describe('A passkey', () => {
  test.each(['ec', 'ed25519', 'rsa'] as const)(
    'of kind %s signs in as both proofs at once',
    async (kind) => {
      const key = { ec: 'ruth', ed25519: 'samuel', rsa: 'marcus' }[kind] as CastKey
      const { device } = await withPasskey(house, key, kind)
      const browser = house.browser()
      expect((await enters(browser, device)).headers.location).toBe('/')
      expect((await browser.who())?.actor.name).toBe(cast[key].name)
      expect(await house.signInsOf(key)).toContainEqual(expect.stringMatching(/: passkey.added$/))
      const [letter] = await house.letters(1)
      expect(letter).toMatchObject({ to: cast[key].email, subject: 'Your sign-in was changed' })
      expect(letter?.text).toMatch(/A passkey was added/)
      expect(letter?.text).not.toMatch(/phone|Riverside/)
    },
    60_000,
  )

  test('is added only by whoever proved who they are just now, and its page needs no password', async () => {
    const browser = await house.signedIn('grace')
    for (let i = 0; i < 2; i++) {
      house.after(9)
      await browser.get('/account')
    }
    expect((await browser.get('/account/passkeys')).headers.location).toContain('/sign-in/again')
    const late = await browser.send('/account/passkeys', {
      label: 'x',
      ...new Authenticator(origin).make('x'),
    })
    expect(late.headers.location).toContain('/sign-in/again')
    expect((await house.browser().get('/account/passkeys')).statusCode).toBe(401)
  })

  test('stands in the list with its name and its last use, proves anew, and is removed with a letter', async () => {
    const { device, browser } = await withPasskey(house, 'lucia')
    expect((await browser.get('/account')).body).toMatch(/my phone[\s\S]*Not yet/)
    house.after(13)
    await browser.get('/account')
    house.after(5)
    expect((await browser.get('/account/passkeys')).headers.location).toContain('/sign-in/again')
    expect((await browser.get('/sign-in/again?to=/account')).body).toContain('Use a passkey')
    await browser.get('/sign-in/again/passkey?to=/account')
    const challenge = challengeOn(browser.page)
    const before = browser.cookies.get('tl')
    const proof = { challenge, to: '/account', ...device.use(challenge) }
    expect((await browser.send('/sign-in/again/passkey', proof)).headers.location).toBe('/account')
    expect(browser.cookies.get('tl')).not.toBe(before)
    const page = (await browser.get('/account')).body
    expect(page).not.toContain('Not yet')
    const [, id = ''] = /name="passkey" value="([^"]+)"/.exec(page) ?? []
    house.mail.length = 0
    expect((await browser.send('/account/passkeys/removal', { passkey: id })).headers.location).toBe(
      '/account',
    )
    expect((await house.letters(1))[0]?.text).toMatch(/A passkey was removed/)
    expect((await enters(house.browser(), device)).statusCode).toBe(422)
    expect(await house.signInsOf('lucia')).toContainEqual(expect.stringMatching(/: passkey.removed$/))
  }, 60_000)

  test('of somebody else is removed by nobody, and proves nobody else', async () => {
    const [own, other] = [await withPasskey(house, 'maya'), await withPasskey(house, 'yolanda')]
    const page = (await own.browser.get('/account')).body
    const [, id = ''] = /name="passkey" value="([^"]+)"/.exec(page) ?? []
    await other.browser.get('/account')
    expect((await other.browser.send('/account/passkeys/removal', { passkey: id })).statusCode).toBe(404)
    await other.browser.get('/sign-in/again/passkey')
    const challenge = challengeOn(other.browser.page)
    const given = { challenge, ...own.device.use(challenge) }
    expect((await other.browser.send('/sign-in/again/passkey', given)).statusCode).toBe(422)
    expect((await adds(other.browser, own.device)).statusCode).toBe(422)
    expect((await enters(house.browser(), own.device)).statusCode).toBe(303)
  }, 60_000)

  test('lets nobody in once nothing is in force for them', async () => {
    const { device } = await withPasskey(house, 'jonah')
    await house.admin.query(`begin; set local session_replication_role = replica;
      update assignment set ended_at = now() - interval '20 years' where person_id = '${cast.jonah.id}'; commit`)
    const browser = house.browser()
    expect((await enters(browser, device)).headers.location).toBe('/sign-in/nothing-open')
    expect(await browser.who()).toBeUndefined()
  }, 60_000)

  test('is said to need scripts, and what to do where none runs', async () => {
    const page = (await house.browser().get('/sign-in/passkey')).body
    expect(page).toMatch(/data-without[^>]*>A passkey needs a browser that knows them/)
    expect(page).toMatch(/data-with="?[^>]* hidden/)
    expect(page).toContain('Sign in with your password')
  })
})
