import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailFrom, type Mail } from '#platform/mail.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import type { Browser } from '#tests/support/browser.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'
import { mailServer } from '#tests/support/mail-server.ts'

let house: Doorstep
let server: Awaited<ReturnType<typeof mailServer>>
let post: Mail
beforeAll(async () => {
  server = await mailServer()
  const from = 'Throughline <no-reply@localhost>'
  post = mailFrom({ smtpUrl: server.url, from, folder: '/nowhere' })
  house = await doorstep({ post })
})
afterAll(async () => {
  await house.close()
  post.close()
  await server.close()
})
beforeEach(() => {
  server.arrived.length = 0
  house.after(20)
})

const ask = (browser: Browser, email: string) => browser.fill('/account/address', { email })
const lettersTo = (address: string) => server.arrived.filter(({ to }) => to === address)
const signIn = (email: string) => house.browser().fill('/sign-in', { email, password })
const onRecord = async (key: CastKey) => {
  const text =
    'select p.email, l.email as login from person p join auth.login l on l.id = p.login_id where p.id = $1'
  return (await house.admin.query<{ email: string; login: string }>(text, [cast[key].id])).rows[0]
}

/** Asks for a link to a new address. @returns the path of the link that came there */
async function asked(browser: Browser, email: string): Promise<string> {
  expect((await ask(browser, email)).statusCode).toBe(200)
  await server.letters(2)
  return linkIn(lettersTo(email)[0]?.text)
}

describe('Another address to sign in with', () => {
  test('is asked for by whoever proved who they are just now, and the address before hears of it', async () => {
    const browser = await house.signedIn('ruth')
    const next = 'ruth.h@mail.example'
    const path = await asked(browser, next)
    const [told] = lettersTo(cast.ruth.email)
    expect(told?.text).toContain('Nothing has changed yet')
    for (const { text } of server.arrived) expect(text).not.toMatch(/Ruth Halvorsen|Riverside|Harlow|school/)
    expect(told?.text).not.toContain(next)
    for (let i = 0; i < 2; i++) expect((await house.browser().get(path)).body).toContain(next)
    expect(await onRecord('ruth')).toEqual({ email: cast.ruth.email, login: cast.ruth.email })
    expect(await house.signInsOf('ruth')).toContainEqual(expect.stringMatching(/^\w+: address.asked_for$/))

    for (let i = 0; i < 8; i++) {
      house.after(2)
      await browser.get('/account')
    }
    expect((await ask(browser, 'later@mail.example')).headers.location).toContain('/sign-in/again')
  }, 60_000)

  test('counts once the link was confirmed with the password; other sessions end, and both addresses hear', async () => {
    const [own, other] = [await house.signedIn('samuel'), await house.signedIn('samuel')]
    const next = 'samuel.ito@mail.example'
    await house.browser().fill('/forgot-password', { email: cast.samuel.email })
    await server.letters(1)
    const toPassword = linkIn(lettersTo(cast.samuel.email)[0]?.text)
    server.arrived.length = 0
    const path = await asked(own, next)
    const wrong = await own.fill(path, { password: 'not the password' })
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('not the password of that')])
    expect(await onRecord('samuel')).toMatchObject({ login: cast.samuel.email })
    server.arrived.length = 0
    expect((await own.fill(path, { password })).headers.location).toBe('/account')
    expect([(await own.who())?.actor.name, await other.who()]).toEqual(['Samuel Ito', undefined])
    expect(await onRecord('samuel')).toEqual({ email: next, login: next })
    expect((await server.letters(2)).map(({ to }) => to).toSorted()).toEqual(
      [cast.samuel.email, next].toSorted(),
    )
    expect(lettersTo(cast.samuel.email)[0]?.text).toContain('this one does not any more')
    for (const { text } of server.arrived) expect(text).not.toMatch(/Samuel|Riverside|school|student/)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
    expect((await house.browser().get(toPassword)).body).toContain('does not work any more')
    expect([(await signIn(cast.samuel.email)).statusCode, (await signIn(next)).statusCode]).toEqual([
      422, 303,
    ])
    expect(await house.signInsOf('samuel')).toContain('public: address.changed')
  }, 60_000)

  test('the link ends after half an hour, and a newer one sets it aside', async () => {
    const browser = await house.signedIn('marcus')
    const first = await asked(browser, 'marcus.1@mail.example')
    server.arrived.length = 0
    const second = await asked(browser, 'marcus.2@mail.example')
    expect((await house.browser().get(first)).body).toContain('does not work any more')
    house.after(29)
    const elsewhere = house.browser()
    expect((await elsewhere.get(second)).body).toContain('Confirm your new address')
    house.after(2)
    expect((await elsewhere.send(second, { password })).body).toContain('does not work any more')
    expect(await onRecord('marcus')).toMatchObject({ login: cast.marcus.email })
  }, 60_000)

  test('nothing is sent to an address somebody has, and the answer says nothing of it', async () => {
    await house.readied('thomas')
    const browser = await house.signedIn('lucia')
    const [taken, free] = [await ask(browser, cast.thomas.email), await ask(browser, 'lucia@mail.example')]
    const plain = (page: string) => page.replaceAll(/value="[^"]*"/g, '')
    expect([taken.statusCode, plain(taken.body)]).toEqual([free.statusCode, plain(free.body)])
    expect((await ask(browser, cast.jonah.email)).statusCode).toBe(200)
    await server.letters(4)
    expect([lettersTo(cast.thomas.email), lettersTo(cast.jonah.email)]).toEqual([[], []])
    expect(lettersTo('lucia@mail.example')).toHaveLength(1)
    expect((await ask(browser, 'one.more@mail.example')).statusCode).toBe(429)
    expect((await ask(browser, cast.lucia.email)).body).toContain('already')
    expect((await ask(browser, 'no address')).statusCode).toBe(422)
  }, 60_000)

  test('somebody with a password alone proves it again before they ask', async () => {
    const longWords = 'lantern gravel pony under seven bridges'
    const { id: personId, email } = cast.carmen
    await house.door.provideLogin({ districtId: riversideId, personId, email, password: longWords })
    const browser = house.browser()
    await browser.fill('/sign-in', { email, password: longWords })
    for (let i = 0; i < 2; i++) {
      house.after(10)
      await browser.get('/account')
    }
    expect((await ask(browser, 'carmen@mail.example')).headers.location).toContain('/sign-in/again')
    const again = '/sign-in/again?to=/account/address'
    expect((await browser.fill(again, { password: 'another one' })).statusCode).toBe(422)
    expect((await browser.fill(again, { password: longWords, to: '/account/address' })).statusCode).toBe(303)
    expect((await ask(browser, 'carmen@mail.example')).body).toContain('Look in the mail of the new address')
    await server.letters(2)
  }, 60_000)
})

describe('A notice', () => {
  test('waits while the mail server is down, and is sent once when it is back', async () => {
    const browser = await house.signedIn('grace')
    await browser.get('/account')
    server.goDown(true)
    await browser.send('/account/recovery-codes', {})
    const waiting = async () =>
      (await house.admin.query('select about from auth.notice where taken_at is null')).rows
    await expect.poll(waiting, { timeout: 5000 }).toEqual([{ about: 'recovery_codes' }])
    const job = house.door.jobs.find(({ name }) => name === 'access/send-notices')
    const send = () => job?.run(house.being('ben'), { district_id: '' })
    // The sending behind the answer may still be trying: until it gave up there is nothing to take.
    const refusal = () => send()?.then(String, ({ message }: Error) => message)
    await expect.poll(refusal, { timeout: 5000 }).toContain('mail was not taken')
    server.goDown(false)
    await send()
    await send()
    expect(server.arrived.map(({ to, text }) => [to, /New recovery codes/.test(text)])).toEqual([
      [cast.grace.email, true],
    ])
    expect(await waiting()).toEqual([])
  }, 60_000)
})
