import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Authenticator, challengeOn } from '#tests/support/authenticator.ts'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { adds, enters, type Lies, origin, withPasskey } from '#tests/support/passkeys.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())
beforeEach(() => {
  house.after(16)
  house.mail.length = 0
})

describe('An answer that lies', () => {
  let device: Authenticator
  beforeAll(async () => {
    device = (await withPasskey(house, 'daniel')).device
  }, 60_000)

  test.each<[string, NonNullable<Lies>]>([
    ['of a page on another site', { origin: 'http://localhost.example' }],
    ['of the same machine at another door', { origin: 'http://localhost:8080' }],
    ['for another site', { site: 'example.org' }],
    ['without a finger, a face or a PIN', { flags: 0x01 }],
    ['with nobody there', { flags: 0x04 }],
    ['in a frame of another page', { crossOrigin: true }],
    ['of another ceremony', { type: 'webauthn.create' }],
    ['to another challenge', { challenge: 'AAAA' }],
    ['that is backed up and cannot be', { flags: 0x15 }],
  ])('%s opens nothing', async (_, lies) => {
    const browser = house.browser()
    expect((await enters(browser, device, lies)).statusCode).toBe(422)
    expect(await browser.who()).toBeUndefined()
    expect((await house.signInsOf('daniel')).at(-1)).toBe('public: sign_in.failed')
  })

  test('and the same device, telling the truth, is in', async () => {
    expect((await enters(house.browser(), device)).statusCode).toBe(303)
  })

  test('once more, late, or in another browser opens nothing', async () => {
    const [browser, other] = [house.browser(), house.browser()]
    await browser.get('/sign-in/passkey')
    await other.get('/sign-in/passkey')
    const challenge = challengeOn(browser.page)
    const answer = { challenge, ...device.use(challenge) }
    expect((await other.send('/sign-in/passkey', answer)).statusCode).toBe(422)
    expect((await browser.send('/sign-in/passkey', answer)).statusCode).toBe(303)
    const again = house.browser()
    again.cookies.set('tl_form', browser.cookies.get('tl_form') ?? '')
    await again.get('/sign-in/passkey')
    expect((await again.send('/sign-in/passkey', answer)).statusCode).toBe(422)
    const late = house.browser()
    await late.get('/sign-in/passkey')
    const lateChallenge = challengeOn(late.page)
    house.after(6)
    const lateAnswer = { challenge: lateChallenge, ...device.use(lateChallenge) }
    expect((await late.send('/sign-in/passkey', lateAnswer)).statusCode).toBe(422)
  })

  test('of a device that was copied is found by its count', async () => {
    device.count = 7
    expect((await enters(house.browser(), device)).statusCode).toBe(303)
    for (const count of [7, 3, 0])
      expect((await enters(house.browser(), device, { count })).statusCode).toBe(422)
    device.count = 8
    expect((await enters(house.browser(), device)).statusCode).toBe(303)
  })

  test('signed with another key opens nothing, and one of nobody neither', async () => {
    const browser = house.browser()
    await browser.get('/sign-in/passkey')
    const challenge = challengeOn(browser.page)
    const forged = {
      ...new Authenticator(origin).use(challenge),
      credential: device.id.toString('base64url'),
    }
    expect((await browser.send('/sign-in/passkey', { challenge, ...forged })).statusCode).toBe(422)
    expect((await enters(house.browser(), new Authenticator(origin))).statusCode).toBe(422)
    expect((await browser.send('/sign-in/passkey', {})).statusCode).toBe(422)
  })
})

describe('A new passkey', () => {
  test('of a weak key, of another site, or without its person is not taken', async () => {
    const { id: personId, email } = cast.thomas
    await house.door.provideLogin({ districtId: riversideId, personId, email })
    const browser = await house.signedIn('thomas')
    for (const kind of ['weak', 'other'] as const)
      expect((await adds(browser, new Authenticator(origin, kind))).statusCode).toBe(422)
    const lies: NonNullable<Lies>[] = [
      { origin: 'http://localhost.example' },
      { site: 'example.org' },
      { flags: 0x41 },
      { flags: 0x05 },
      { type: 'webauthn.get' },
      { challenge: 'AAAA' },
    ]
    for (const lie of lies) expect((await adds(browser, new Authenticator(origin), lie)).statusCode).toBe(422)
    expect(await house.door.desk.passkeys.list((await browser.who()) ? await loginOf(email) : '')).toEqual([])
    for (let i = 0; i < 10; i++) expect((await adds(browser, new Authenticator(origin))).statusCode).toBe(303)
    expect((await adds(browser, new Authenticator(origin))).statusCode).toBe(422)
  }, 60_000)
})

const loginOf = async (email: string) => (await house.door.desk.accounts.find(email))?.id ?? ''
