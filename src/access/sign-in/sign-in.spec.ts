import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import type { Browser } from '#tests/support/browser.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

describe('Signing in', () => {
  test('takes a password and a code, and what was wanted is opened', async () => {
    await house.readied('maya')
    const browser = house.browser()
    await browser.get('/sign-in?to=/students/7')
    const first = await browser.send('/sign-in', {
      email: ' Maya.Okafor@Riverside.example ',
      password,
      to: '/students/7',
    })
    expect([first.statusCode, first.headers.location]).toEqual([
      303,
      '/sign-in/second-step?to=%2Fstudents%2F7',
    ])
    expect(await browser.who()).toBeUndefined()

    await browser.get('/sign-in/second-step?to=/students/7')
    const second = await browser.send('/sign-in/second-step', {
      code: house.codeOf('maya'),
      to: '/students/7',
    })
    expect([second.statusCode, second.headers.location]).toEqual([303, '/students/7'])
    expect(await browser.who()).toMatchObject({
      actor: { name: 'Maya Okafor', role: 'navigator', districtId: riversideId },
      assignments: [
        {
          label: 'Navigator',
          detail: 'Alder Creek Middle School and Larkspur Elementary School',
          current: true,
        },
      ],
      byCookie: true,
    })
    expect(await house.signInsOf('maya')).toEqual(['system: login.provided', 'navigator: session.opened'])
  })

  test('leads nowhere but to this site', async () => {
    const browser = await house.signedIn('jonah')
    for (const to of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      'javascript:alert(1)',
    ]) {
      await browser.get('/account')
      const { assignments } = (await browser.who()) as NonNullable<Awaited<ReturnType<Browser['who']>>>
      const reply = await browser.send('/assignment', { assignment: assignments[0]?.id ?? '', to })
      expect([reply.statusCode, reply.headers.location]).toEqual([303, '/'])
    }
  })

  test('a code works once, even within its own half minute', async () => {
    await house.readied('daniel')
    house.after(1)
    const code = house.codeOf('daniel')
    const [first, second] = [house.browser(), house.browser()]
    for (const browser of [first, second])
      await browser.fill('/sign-in', { email: cast.daniel.email, password })
    expect((await first.fill('/sign-in/second-step', { code })).statusCode).toBe(303)
    const again = await second.fill('/sign-in/second-step', { code })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('This code does not fit')
    expect(await second.who()).toBeUndefined()
    expect((await house.signInsOf('daniel')).sort()).toEqual([
      'counselor: session.opened',
      'public: sign_in.failed',
      'system: login.provided',
    ])
  })

  test('two requests with one code sent at once open one session', async () => {
    await house.readied('priya')
    house.after(1)
    const browsers = [house.browser(), house.browser(), house.browser()]
    for (const browser of browsers) {
      await browser.fill('/sign-in', { email: cast.priya.email, password })
      await browser.get('/sign-in/second-step')
    }
    const code = house.codeOf('priya')
    const replies = await Promise.all(
      browsers.map((browser) => browser.send('/sign-in/second-step', { code })),
    )
    expect(replies.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      303, 422, 422,
    ])
  })

  test('a wrong password and an address nobody has are answered alike: status, words, length, headers', async () => {
    await house.readied('helen')
    const tries = []
    for (const email of [cast.helen.email, 'nobody.here@riverside.example']) {
      const browser = house.browser()
      const reply = await browser.fill('/sign-in', { email, password: 'not the password' })
      const body = reply.body.replaceAll(email, 'EMAIL').replace(/name="_(csrf|key)" value="[^"]*"/g, '')
      const { date: _date, 'content-length': _length, ...headers } = reply.headers
      tries.push({ status: reply.statusCode, body, headers })
    }
    expect(tries[0]).toEqual(tries[1])
    expect(tries[0]).toMatchObject({ status: 422, body: expect.stringContaining('do not belong together') })
    expect(tries[0]?.body).not.toContain('not the password')
    expect(await house.signInsOf('helen')).toContain('public: sign_in.failed')
  })

  // How alike the times are is measured in timing.slow.spec.ts, by many more asks than fit here.
  test('and no sooner than the set time', { timeout: 60_000 }, async () => {
    for (const email of [cast.helen.email, 'nobody@riverside.example']) {
      house.after(16)
      const browser = house.browser('198.51.100.9')
      await browser.get('/sign-in')
      const startedAt = performance.now()
      await browser.send('/sign-in', { email, password: 'no' })
      expect(performance.now() - startedAt).toBeGreaterThan(395)
    }
  })

  test('an empty field is said beside the field, and the password is never shown again', async () => {
    const reply = await house.browser().fill('/sign-in', { email: '', password: 'something typed' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('Give your email address')
    expect(reply.body).not.toContain('something typed')
  })

  test('somebody without an assignment in force is told so, and gets no further', async () => {
    await house.readied('karen')
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query('update assignment set ends_on = $1 where person_id = $2', [
      '2026-09-01',
      cast.karen.id,
    ])
    await house.admin.query('commit')
    const browser = house.browser()
    const reply = await browser.fill('/sign-in', { email: cast.karen.email, password })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in/nothing-open'])
    expect((await browser.get('/sign-in/nothing-open')).body).toContain('nothing is open for you today')
    expect(await browser.who()).toBeUndefined()
  })
})
