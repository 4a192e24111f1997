import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, linkIn, password, secretOn } from '#tests/support/doorstep.ts'
import { Problem } from '#platform/problem.ts'
import { invitePerson } from './invite-person.ts'
import { codeAt } from './totp.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())
beforeEach(() => {
  house.mail.length = 0
  house.after(20)
})

describe('An invitation', () => {
  test('becomes a sign-in: a password, an app, and in', async () => {
    const path = await house.invited('maya')
    expect(house.mail).toEqual([
      { to: cast.maya.email, subject: 'Your sign-in link', text: expect.stringContaining(path) },
    ])
    const browser = house.browser()
    expect((await browser.get(path)).body).toContain('Welcome, Maya Okafor')
    const first = await browser.send(path, { password })
    expect([first.statusCode, first.headers.location]).toEqual([303, '/set-up/second-step'])
    await browser.get('/set-up/second-step')
    await browser.send('/set-up/second-step', { code: codeAt(secretOn(browser.page), house.clock.now()) })
    expect((await browser.who())?.actor).toMatchObject({ name: 'Maya Okafor', role: 'navigator' })
    expect((await house.signInsOf('maya')).sort()).toEqual([
      'navigator: session.opened',
      'public: second_step.set_up',
      'system: invitation.taken_up',
    ])
    expect(await house.trail()).toContain('roster_manager: person.invited')
  })

  test('is not used up by a mail scanner that opens it, and works once', async () => {
    const path = await house.invited('jonah')
    for (let i = 0; i < 3; i++)
      expect((await house.browser().get(path)).body).toContain('Welcome, Jonah Reed')
    const browser = house.browser()
    expect((await browser.fill(path, { password })).statusCode).toBe(303)
    const again = await house.browser().get(path)
    expect(again.body).toContain('This link does not work any more')
  })

  test('sent from two windows at once works in one', async () => {
    const path = await house.invited('daniel')
    const windows = [house.browser(), house.browser()]
    for (const window of windows) await window.get(path)
    const replies = await Promise.all(windows.map((window) => window.send(path, { password })))
    expect(replies.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200, 303,
    ])
  })

  test('ends after half an hour, and a newer one sets it aside', async () => {
    const old = await house.invited('priya')
    const path = await house.invited('priya')
    expect((await house.browser().get(old)).body).toContain('does not work any more')
    house.after(29)
    expect((await house.browser().get(path)).body).toContain('Welcome, Priya Nair')
    house.after(2)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
  })

  test('does not take a password that is short, common or made of names, and still works afterwards', async () => {
    const path = await house.invited('helen')
    const browser = house.browser()
    const refusals = []
    for (const given of ['short', 'Passw0rd2026', 'HelenPark1', 'x'.repeat(129)]) {
      const reply = await browser.fill(path, { password: given })
      expect(reply.statusCode).toBe(422)
      refusals.push(/class="error"[^>]*>.*?<\/span>([^<]*)/.exec(reply.body)?.[1])
    }
    expect(refusals).toEqual([
      'Use at least 8 characters',
      'Many people use this one, so it is tried first. Choose something else.',
      'This is made of names that are known. Choose something else.',
      'Use at most 128 characters',
    ])
    expect((await browser.fill(path, { password })).statusCode).toBe(303)
  })

  test('does not set a password anew for somebody who can sign in: it asks for the one they have', async () => {
    await house.readied('grace')
    const path = await house.invited('grace')
    const browser = house.browser()
    expect((await browser.get(path)).body).toContain('has a sign-in already')
    expect((await browser.send(path, { password: 'another kettle 77' })).statusCode).toBe(422)
    const reply = await browser.fill(path, { password })
    expect(reply.headers.location).toBe('/sign-in/second-step')
  })

  test('to a family asks for a long password and no app, and opens their own child alone', async () => {
    const { rows } = await house.admin.query<{ id: string }>('select id from student order by id limit 1')
    const student = rows[0]?.id ?? ''
    const person = '019f0000-0000-7000-8000-00000000000c'
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query(
      `insert into person (district_id, id, name, email, language, created_at)
       values ($1, $2, 'Rosa Delgado', 'rosa@home.example', 'es', '2026-08-01')`,
      [house.districtId, person],
    )
    await house.admin.query(
      `insert into assignment (district_id, id, person_id, role, student_id, starts_on)
       values ($1, $2, $2, 'caregiver', $3, '2026-08-01')`,
      [house.districtId, person, student],
    )
    await house.admin.query('commit')
    await invitePerson.perform(house.being('ben'), { personId: person })
    await house.sendInvitations()
    expect(house.mail[0]?.subject).toBe('Su enlace de acceso')
    const path = linkIn(house.mail[0]?.text)

    const browser = house.browser()
    expect((await browser.fill(path, { password: 'corto y raro 7' })).body).toContain(
      'Use at least 15 characters',
    )
    expect((await browser.fill(path, { password: 'corto pero raro' })).statusCode).toBe(303)
    expect(await browser.who()).toMatchObject({
      actor: { role: 'caregiver', studentId: student, schoolIds: [] },
      assignments: [{ label: 'Caregiver', detail: 'Su familia' }],
    })
    const short = house.browser()
    await short.fill('/sign-in', { email: 'rosa@home.example', password: 'corto pero raro' })
    expect((await short.who())?.actor.role).toBe('caregiver')
  })

  test('is made by those who keep people, for people of their district who have an address', async () => {
    await expect(invitePerson.perform(house.being('maya'), { personId: cast.ines.id })).rejects.toThrow(
      Problem,
    )
    const elsewhere = { personId: '019f0000-0000-7000-8000-000000000000' }
    await expect(invitePerson.perform(house.being('ben'), elsewhere)).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query('update person set email = null where id = $1', [cast.ines.id])
    await house.admin.query('commit')
    const outcome = await invitePerson.perform(house.being('leila'), { personId: cast.ines.id })
    expect(outcome).toEqual({ done: false, because: ['no_address'] })
  })

  test('the token stands in the mail and nowhere in the database', async () => {
    const path = await house.invited('joan')
    const token = path.split('/').at(-1) ?? ''
    const { rows } = await house.admin.query<{ kept: string }>(
      `select (select json_agg(l)::text from auth.link l) || (select json_agg(e)::text from audit_event e) as kept`,
    )
    expect(rows[0]?.kept).toContain('invitation')
    expect(rows[0]?.kept).not.toContain(token)
    expect(path).not.toMatch(/riverside|joan|hale/i)
  })
})
