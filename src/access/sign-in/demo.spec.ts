import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'

describe('The demo district, on the embedded demo database', () => {
  let house: Doorstep
  beforeAll(async () => {
    house = await doorstep({ demo: true })
  })
  afterAll(() => house.close())

  test('shows everybody with their work, and one press signs in as any of them', async () => {
    const browser = house.browser()
    const page = await browser.get('/sign-in?to=/today')
    expect(page.body).toContain('every person here is invented')
    for (const { name, id } of Object.values(cast))
      expect(page.body).toContain(`value="${id}"><bdi>${name}</bdi>`)
    expect(page.body).toContain('Navigator, Alder Creek Middle School and Larkspur Elementary School')
    expect(page.body).toContain('Designated lead, all schools, and 1 more assignment')
    const reply = await browser.send('/sign-in/demo', { person: cast.maya.id, to: '/today' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/today'])
    expect((await browser.who())?.actor).toMatchObject({ name: 'Maya Okafor', role: 'navigator' })
    const account = (await browser.get('/account')).body
    expect(account).toContain('every person here is invented')
    for (const dead of ['/set-up/second-step', '/account/recovery-codes', '/forgot-password']) {
      expect(account).not.toContain(dead)
    }
    expect(await house.signInsOf('maya')).toContain('navigator: session.opened')
  })

  test('a second press, from another window, is somebody else in this one', async () => {
    const browser = house.browser()
    await browser.get('/sign-in')
    await browser.send('/sign-in/demo', { person: cast.maya.id })
    const first = browser.cookies.get('tl') ?? ''
    await browser.get('/sign-in')
    await browser.send('/sign-in/demo', { person: cast.noor.id })
    expect((await browser.who())?.actor.name).toBe('Noor Aziz')
    const old = house.browser()
    old.cookies.set('tl', first)
    expect(await old.who()).toBeUndefined()
  })

  test('two first presses at once make one account', async () => {
    const windows = [house.browser(), house.browser(), house.browser()]
    for (const window of windows) await window.get('/sign-in')
    const replies = await Promise.all(
      windows.map((window) => window.send('/sign-in/demo', { person: cast.farah.id })),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    const { rows } = await house.admin.query('select 1 from auth.login where email = $1', [
      `${cast.farah.id}@demo.invalid`,
    ])
    expect(rows).toHaveLength(1)
  })

  test('nobody who also works in a real district can be signed in as', async () => {
    const real = {
      district: '019f0000-0000-7000-8000-00000000000a',
      person: '019f0000-0000-7000-8000-00000000000b',
    }
    const { helen } = cast
    const login = await house.door.provideLogin({
      districtId: house.districtId,
      personId: helen.id,
      email: helen.email,
    })
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query(
      `insert into district (district_id, name, state, time_zone, demo, created_at)
       values ($1, 'Real Schools', 'CA', 'America/Los_Angeles', false, '2026-08-01')`,
      [real.district],
    )
    await house.admin.query(
      `insert into person (district_id, id, login_id, name, created_at) values ($1, $2, $3, 'Helen Park', '2026-08-01')`,
      [real.district, real.person, login],
    )
    await house.admin.query(
      `insert into assignment (district_id, id, person_id, role, whole_district, starts_on)
       values ($1, $2, $2, 'psychologist', true, '2026-08-01')`,
      [real.district, real.person],
    )
    await house.admin.query('commit')
    const browser = house.browser()
    await browser.get('/sign-in')
    expect((await browser.send('/sign-in/demo', { person: helen.id })).statusCode).toBe(404)
    expect(await browser.who()).toBeUndefined()
    await browser.get('/sign-in')
    expect((await browser.send('/sign-in/demo', { person: real.person })).statusCode).toBe(404)
  })
})

describe('Anywhere else', () => {
  let house: Doorstep
  beforeAll(async () => {
    house = await doorstep({ demo: false })
  })
  afterAll(() => house.close())

  test('nobody is shown and nobody can be signed in as, though the district is a demo district', async () => {
    const browser = house.browser()
    const page = await browser.get('/sign-in')
    expect(page.body).not.toContain('Maya Okafor')
    expect(page.body).not.toContain('invented')
    expect((await browser.send('/sign-in/demo', { person: cast.maya.id })).statusCode).toBe(404)
    expect(await browser.who()).toBeUndefined()
  })

  test('and a session from a time when the demo door was open is nobody', async () => {
    const { desk } = house.door
    const loginId = await house.door.provideLogin({
      districtId: house.districtId,
      personId: cast.maya.id,
      email: cast.maya.email,
    })
    const visitor = { ip: '203.0.113.7', browser: 'Firefox', now: house.clock.now() }
    const token = await desk.sessions.open({ loginId, stage: 'demo', provenAt: null }, visitor)
    const browser = house.browser()
    browser.cookies.set('tl', token)
    expect(await browser.who()).toBeUndefined()
    const full = await desk.sessions.open({ loginId, stage: 'full', provenAt: null }, visitor)
    browser.cookies.set('tl', full)
    expect((await browser.who())?.actor.name).toBe('Maya Okafor')
  })
})
