import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

/** Changes what no act of these specs can. */
async function behindTheGuards(statement: string, values: unknown[]) {
  await house.admin.query('begin; set local session_replication_role = replica')
  await house.admin.query(statement, values)
  await house.admin.query('commit')
}

describe('A session', () => {
  test('is a token of 256 bits that only the browser has', async () => {
    const browser = await house.signedIn('maya')
    const token = browser.cookies.get('tl') ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await house.admin.query<{ token: string }>('select token from auth.session')
    expect(rows.map((row) => row.token)).toContain(createHash('sha256').update(token).digest('hex'))
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('takes one query a request', async () => {
    const browser = await house.signedIn('joan')
    const asked: string[] = []
    const { pool } = house.door.desk.auth
    const query = pool.query.bind(pool)
    pool.query = ((...given: Parameters<typeof query>) => {
      asked.push('one')
      return query(...given)
    }) as typeof pool.query
    expect((await browser.who())?.actor.name).toBe('Joan Hale')
    pool.query = query
    expect(asked).toEqual(['one'])
  })

  test('ends after fifteen minutes that nobody used it, and lasts while somebody does [R142]', async () => {
    const browser = await house.signedIn('jonah')
    for (let i = 0; i < 3; i++) {
      house.after(14)
      expect((await browser.who())?.actor.name).toBe('Jonah Reed')
    }
    house.after(15)
    expect(await browser.who()).toBeUndefined()
  })

  test('ends after twelve hours, however busy', async () => {
    const browser = await house.signedIn('daniel')
    let minutes = 0
    while ((await browser.who()) !== undefined && minutes < 900) {
      house.after(10)
      minutes += 10
    }
    expect(minutes).toBe(720)
  })

  test('a change of assignment changes what the person is, and the token; the old token opens nothing', async () => {
    const browser = await house.signedIn('ruth')
    const before = browser.cookies.get('tl') ?? ''
    const who = await browser.who()
    expect(who?.assignments.map(({ label, detail, current }) => ({ label, detail, current }))).toEqual([
      { label: 'Designated lead', detail: 'All schools, Riverside Schools', current: true },
      { label: 'Crisis lead', detail: 'All schools, Riverside Schools', current: false },
    ])
    const other = who?.assignments[1]?.id ?? ''
    await browser.get('/account')
    expect((await browser.send('/assignment', { assignment: other })).statusCode).toBe(303)
    expect((await browser.who())?.actor).toMatchObject({ role: 'crisis_lead', assignmentId: other })
    const old = house.browser()
    old.cookies.set('tl', before)
    expect(await old.who()).toBeUndefined()
    expect(await house.signInsOf('ruth')).toContain('crisis_lead: assignment.chosen')
  })

  test('an assignment of somebody else cannot be chosen', async () => {
    const browser = await house.signedIn('ines')
    const theirs = (await (await house.signedIn('helen')).who())?.actor.assignmentId ?? ''
    await browser.get('/account')
    expect((await browser.send('/assignment', { assignment: theirs })).statusCode).toBe(404)
    expect((await browser.who())?.actor.role).toBe('nurse')
  })

  test('stops at the next request once the assignment has ended, or the person left', async () => {
    const browser = await house.signedIn('marcus')
    expect((await browser.who())?.actor.role).toBe('principal')
    await behindTheGuards('update assignment set ended_at = $1 where person_id = $2', [
      house.clock.now(),
      cast.marcus.id,
    ])
    expect(await browser.who()).toBeUndefined()
    expect((await browser.get('/account')).statusCode).toBe(401)

    const other = await house.signedIn('lucia')
    expect((await other.who())?.actor.role).toBe('student_support_head')
    await behindTheGuards('update person set ended_at = $1 where id = $2', [house.clock.now(), cast.lucia.id])
    expect(await other.who()).toBeUndefined()
  })

  test('sign-out ends it on the server and tells the browser to forget', async () => {
    const browser = await house.signedIn('grace')
    const token = browser.cookies.get('tl') ?? ''
    await browser.get('/account')
    const reply = await browser.send('/sign-out', {})
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in?done=signed_out'])
    expect(reply.headers['clear-site-data']).toContain('cache')
    expect(browser.cookies.has('tl')).toBe(false)
    const thief = house.browser()
    thief.cookies.set('tl', token)
    expect(await thief.who()).toBeUndefined()
    expect((await browser.get('/sign-in?done=signed_out')).body).toContain('You are signed out.')
    expect(await house.signInsOf('grace')).toContain('care_coordinator: session.ended')
  })

  test('one can be ended from another, and all of them at once', async () => {
    const here = await house.signedIn('yolanda')
    const there = await house.signedIn('yolanda')
    const third = await house.signedIn('yolanda')
    await here.get('/account')
    const others = [...here.page.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id as string)
    expect(others).toHaveLength(2)
    await here.send('/account/session-end', { session: others[0] as string })
    expect([await there.who(), await third.who()].filter((who) => who === undefined)).toHaveLength(1)
    await here.get('/account')
    const reply = await here.send('/sign-out-everywhere', {})
    expect(reply.headers.location).toBe('/sign-in?done=signed_out')
    for (const browser of [here, there, third]) expect(await browser.who()).toBeUndefined()
    expect(await house.signInsOf('yolanda')).toContain('district_head: sessions.ended')
  })

  test('a session of somebody else cannot be ended', async () => {
    const mine = await house.signedIn('thomas')
    const theirs = await house.signedIn('ben')
    const { rows } = await house.admin.query<{ id: string }>(
      'select s.id from auth.session s join person p on p.login_id = s.login_id where p.id = $1',
      [cast.ben.id],
    )
    await mine.get('/account')
    expect((await mine.send('/account/session-end', { session: rows[0]?.id ?? '' })).statusCode).toBe(404)
    expect((await theirs.who())?.actor.name).toBe('Ben Osei')
  })

  test('a guessed cookie is nobody', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`, 'A'.repeat(4000)]) {
      const browser = house.browser()
      browser.cookies.set('tl', token)
      expect(await browser.who()).toBeUndefined()
    }
  })

  test('what is grave asks for a fresh code once fifteen minutes have gone by', async () => {
    const browser = await house.signedIn('leila')
    house.after(10)
    await browser.who()
    house.after(10)
    await browser.get('/account')
    const asked = await browser.send('/account/recovery-codes', {})
    expect(asked.headers.location).toBe('/sign-in/again?to=/account')
    expect((await browser.get('/set-up/second-step')).headers.location).toContain('/sign-in/again')
    const before = browser.cookies.get('tl')
    await browser.get('/sign-in/again?to=/account')
    expect((await browser.send('/sign-in/again', { code: '000000' })).statusCode).toBe(422)
    const proven = await browser.send('/sign-in/again', { code: house.codeOf('leila'), to: '/account' })
    expect(proven.headers.location).toBe('/account')
    expect(browser.cookies.get('tl')).not.toBe(before)
    await browser.get('/account')
    const codes = await browser.send('/account/recovery-codes', {})
    expect(codes.statusCode).toBe(200)
    expect(codes.body.match(/<code>/g)).toHaveLength(10)
    const [letter] = await house.letters(1)
    expect(letter).toMatchObject({ to: cast.leila.email, subject: 'Your sign-in was changed' })
    expect(await house.signInsOf('leila')).toEqual(
      expect.arrayContaining(['privacy_officer: session.proven', 'privacy_officer: recovery_codes.renewed']),
    )
  })

  test('no sign-in that cannot be written down is let in', async () => {
    await house.readied('noor')
    house.after(1)
    const browser = house.browser()
    await browser.fill('/sign-in', { email: cast.noor.email, password })
    await house.admin.query('revoke insert on audit_event from throughline_app')
    const refused = await browser.fill('/sign-in/second-step', { code: house.codeOf('noor') })
    await house.admin.query('grant insert on audit_event to throughline_app')
    expect(refused.statusCode).toBe(500)
    expect(await browser.who()).toBeUndefined()
    house.after(1)
    await browser.fill('/sign-in/second-step', { code: house.codeOf('noor') })
    expect(await browser.who()).toMatchObject({
      actor: { role: 'partner_intake', partnerId: expect.any(String) },
      assignments: [{ detail: 'Cedar Street' }],
    })
  })
})
