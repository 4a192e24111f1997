import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

/**
 * Every address of signing in that changes something, with something in place of what varies. What a browser
 * tells of a broken policy comes from no form, and changes nothing.
 */
const posts = () =>
  house.app.listed
    .filter(({ method, behind }) => method === 'POST' && !['spec', 'policy reports'].includes(behind))
    .map(({ address }) => address.replace(/:\w+/, 'A'.repeat(43)))

describe('A form of signing in', () => {
  test('is taken only from a page of this site, in the browser the page was opened in', async () => {
    const browser = await house.signedIn('maya')
    await browser.get('/account')
    const csrf = browser.csrf
    const stranger = house.browser()
    await stranger.get('/sign-in')
    expect(posts().length).toBeGreaterThan(12)
    for (const address of posts()) {
      const refused = [
        await browser.send(address, { _csrf: csrf }, { origin: 'https://elsewhere.example' }),
        await browser.send(address, { _csrf: csrf }, { 'sec-fetch-site': 'cross-site' }),
        await browser.send(address, { _csrf: '' }),
        await browser.send(address, { _csrf: stranger.csrf }),
      ]
      expect([address, ...refused.map(({ statusCode }) => statusCode)]).toEqual([address, 403, 403, 403, 403])
    }
    expect((await browser.who())?.actor.name).toBe('Maya Okafor')
  })

  test('from the right page is taken at each of them', async () => {
    for (const address of posts()) {
      const browser = await house.signedIn('ben')
      await browser.get('/account')
      expect([address, (await browser.send(address, {})).statusCode]).not.toContain(403)
    }
  })

  test('is needed to change anything: opening a page opens, ends, sends and uses up nothing', async () => {
    const browser = await house.signedIn('leila')
    const counts = async () => {
      const tables = ['login', 'credential', 'session', 'link', 'recovery_code', 'throttle']
      const each = tables.map((table) => `(select count(*) from auth.${table})`)
      return (await house.admin.query(`select ${each.join(' || $$ $$ || ')} as all`)).rows
    }
    const before = await counts()
    const gets = house.app.listed.filter(({ method, behind }) => method === 'GET' && behind !== 'spec')
    expect(gets.length).toBeGreaterThan(8)
    for (const { address } of gets) await browser.get(address.replace(/:\w+/, 'A'.repeat(43)))
    expect(await counts()).toEqual(before)
  })

  test('of a session that ended meanwhile still signs out, without a scolding', async () => {
    const browser = await house.signedIn('grace')
    await browser.get('/account')
    house.after(16)
    const reply = await browser.send('/sign-out', {})
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in?done=signed_out'])
  })

  test('sent by a machine is answered with reasons a machine reads', async () => {
    const browser = house.browser()
    await browser.get('/sign-in')
    const reply = await browser.send(
      '/sign-in',
      { email: cast.maya.email, password: 'wrong' },
      { accept: 'application/json' },
    )
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.json()).toMatchObject({ code: 'not_valid', because: [{ code: 'wrong', field: 'email' }] })
  })
})

describe('A cookie', () => {
  test('over TLS is bound to this host, and no script reads it', async () => {
    const secure = await doorstep({ secure: true })
    try {
      await secure.readied('maya')
      const browser = secure.browser()
      await browser.get('/sign-in')
      const reply = await browser.send('/sign-in', { email: cast.maya.email, password })
      expect([...browser.cookies.keys()].sort()).toEqual(['__Host-tl', '__Host-tl_form'])
      await browser.get('/sign-in/second-step')
      const last = await browser.send('/sign-in/second-step', { code: secure.codeOf('maya') })
      const set = [reply, last].flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat())
      expect(set).toHaveLength(3)
      for (const cookie of set) {
        const [pair, ...attributes] = cookie.split('; ')
        expect(pair).toMatch(/^__Host-tl\w*=[\w.~-]+$/)
        const bound = attributes.filter((one) => !one.startsWith('Max-Age='))
        expect(bound.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
      }
      expect(await browser.who()).toMatchObject({ actor: { name: 'Maya Okafor' } })
    } finally {
      await secure.close()
    }
  })

  test('on this machine has a plain name', async () => {
    const browser = await house.signedIn('maya')
    expect([...browser.cookies.keys()].sort()).toEqual(['tl', 'tl_browser', 'tl_form'])
  })

  test('no page of signing in is kept by a cache', async () => {
    const browser = await house.signedIn('jonah')
    for (const path of ['/sign-in', '/account', '/forgot-password']) {
      expect((await browser.get(path)).headers['cache-control']).toBe('no-store')
    }
  })
})
