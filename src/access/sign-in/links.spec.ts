import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'
import { Problem } from '#platform/problem.ts'
import { addUser } from './add-user.ts'
import { invitePerson, sendInvitationTask } from './invite-person.ts'
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

const linkIn = (text: string | undefined) => new URL(/http:\S+/.exec(text ?? '')?.[0] ?? 'http://localhost/none').pathname

/** Does what the job runner would: every invitation that was asked for and not sent. */
async function sendInvitations() {
  const { rows } = await house.admin.query<{ payload: { link_id: string; district_id: string } }>(
    `select payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
    [sendInvitationTask],
  )
  await house.admin.query('delete from graphile_worker._private_jobs')
  const job = house.door.jobs.find(({ name }) => name === sendInvitationTask)
  for (const { payload } of rows) await job?.run(house.being('ben'), payload)
}

async function invited(key: CastKey): Promise<string> {
  await invitePerson.perform(house.being('ben'), { personId: cast[key].id })
  await sendInvitations()
  return linkIn(house.mail.at(-1)?.text)
}

/** Waits for what goes on after an answer: mail is sent then. */
async function letters(count: number) {
  const giveUpAt = performance.now() + 5000
  while (house.mail.length < count && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 20))
  return house.mail
}

const secretOn = (page: string) => (/<code>([A-Z2-7 ]{39})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')

describe('An invitation', () => {
  test('becomes a sign-in: a password, an app, and in', async () => {
    const path = await invited('maya')
    expect(house.mail).toEqual([{ to: cast.maya.email, subject: 'Your sign-in link', text: expect.stringContaining(path) }])
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
    const path = await invited('jonah')
    for (let i = 0; i < 3; i++) expect((await house.browser().get(path)).body).toContain('Welcome, Jonah Reed')
    const browser = house.browser()
    expect((await browser.fill(path, { password })).statusCode).toBe(303)
    const again = await house.browser().get(path)
    expect(again.body).toContain('This link does not work any more')
  })

  test('sent from two windows at once works in one', async () => {
    const path = await invited('daniel')
    const windows = [house.browser(), house.browser()]
    for (const window of windows) await window.get(path)
    const replies = await Promise.all(windows.map((window) => window.send(path, { password })))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 303])
  })

  test('ends after seven days, and a newer one sets it aside', async () => {
    const old = await invited('priya')
    const path = await invited('priya')
    expect((await house.browser().get(old)).body).toContain('does not work any more')
    house.after(7 * 24 * 60 - 1)
    expect((await house.browser().get(path)).body).toContain('Welcome, Priya Nair')
    house.after(2)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
  })

  test('does not take a password that is short, common or made of names, and still works afterwards', async () => {
    const path = await invited('helen')
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
    const path = await invited('grace')
    const browser = house.browser()
    expect((await browser.get(path)).body).toContain('has a sign-in already')
    expect((await browser.send(path, { password: 'another kettle 77' })).statusCode).toBe(422)
    const reply = await browser.fill(path, { password })
    expect(reply.headers.location).toBe('/sign-in/second-step')
  })

  test('is made by those who keep people, for people of their district who have an address', async () => {
    await expect(invitePerson.perform(house.being('maya'), { personId: cast.ines.id })).rejects.toThrow(Problem)
    const elsewhere = { personId: '019f0000-0000-7000-8000-000000000000' }
    await expect(invitePerson.perform(house.being('ben'), elsewhere)).rejects.toMatchObject({ code: 'not_found' })
    await house.admin.query('begin; set local session_replication_role = replica')
    await house.admin.query('update person set email = null where id = $1', [cast.ines.id])
    await house.admin.query('commit')
    const outcome = await invitePerson.perform(house.being('leila'), { personId: cast.ines.id })
    expect(outcome).toEqual({ done: false, because: ['no_address'] })
  })

  test('the token stands in the mail and nowhere in the database', async () => {
    const path = await invited('joan')
    const token = path.split('/').at(-1) ?? ''
    const { rows } = await house.admin.query<{ kept: string }>(
      `select (select json_agg(l)::text from auth.link l) || (select json_agg(e)::text from audit_event e) as kept`,
    )
    expect(rows[0]?.kept).toContain('invitation')
    expect(rows[0]?.kept).not.toContain(token)
    expect(path).not.toMatch(/riverside|joan|hale/i)
  })
})

describe('A new password', () => {
  test('comes by a link that works once and for half an hour, ends every session, and the person is told', async () => {
    const signedIn = await house.signedIn('ruth')
    const browser = house.browser()
    const asked = await browser.fill('/forgot-password', { email: cast.ruth.email })
    expect([asked.statusCode, asked.body]).toEqual([200, expect.stringContaining('Look in your mail')])
    const [letter] = await letters(1)
    const path = linkIn(letter?.text)
    for (let i = 0; i < 2; i++) expect((await house.browser().get(path)).body).toContain(cast.ruth.email)

    const done = await browser.fill(path, { password: 'lantern gravel moss' })
    expect(done.headers.location).toBe('/sign-in?done=password_set')
    expect(await signedIn.who()).toBeUndefined()
    expect((await house.browser().get(path)).body).toContain('does not work any more')
    expect((await letters(2))[1]).toMatchObject({ to: cast.ruth.email, subject: 'Your sign-in was changed' })
    expect((await house.browser().fill('/sign-in', { email: cast.ruth.email, password })).statusCode).toBe(422)
    const next = await house.browser().fill('/sign-in', { email: cast.ruth.email, password: 'lantern gravel moss' })
    expect(next.headers.location).toBe('/sign-in/second-step')
    expect(await house.signInsOf('ruth')).toContain('public: password.changed')
  })

  test('the link is late after half an hour', async () => {
    await house.readied('samuel')
    await house.browser().fill('/forgot-password', { email: cast.samuel.email })
    const path = linkIn((await letters(1))[0]?.text)
    house.after(29)
    expect((await house.browser().get(path)).body).toContain('Choose a new password')
    house.after(2)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
  })

  test('opens an account that was guessed at too often', async () => {
    await house.readied('marcus')
    const email = cast.marcus.email
    await Promise.all(Array.from({ length: 11 }, () => house.browser('198.51.100.7').fill('/sign-in', { email, password: 'guess 12345' })))
    expect((await house.browser().fill('/sign-in', { email, password })).statusCode).toBe(429)
    await house.browser().fill('/forgot-password', { email })
    const path = linkIn((await letters(1))[0]?.text)
    await house.browser().fill(path, { password: 'gravel moss lantern' })
    expect((await house.browser().fill('/sign-in', { email, password: 'gravel moss lantern' })).statusCode).toBe(303)
  })

  test('asked for an address nobody has, the answer is the same in every byte, and no mail is sent', async () => {
    await house.readied('thomas')
    const answers = []
    for (const email of ['nobody.at.all@riverside.example', cast.thomas.email]) {
      const reply = await house.browser().fill('/forgot-password', { email })
      const { date: _date, ...headers } = reply.headers
      answers.push({ status: reply.statusCode, body: reply.body, headers })
    }
    expect(answers[0]).toEqual(answers[1])
    expect((await letters(1)).map(({ to }) => to)).toEqual([cast.thomas.email])
  })

  test('three letters a quarter of an hour, whoever asks', async () => {
    const seen = []
    for (let i = 0; i < 4; i++) seen.push((await house.browser().fill('/forgot-password', { email: 'a@b.example' })).statusCode)
    expect(seen).toEqual([200, 200, 200, 429])
  })
})

describe('Mail', () => {
  test('names no student, school, agency or service, and no address says whose it is', async () => {
    await invited('noor')
    await house.readied('elliot')
    await house.browser().fill('/forgot-password', { email: cast.elliot.email })
    const all = (await letters(2)).map(({ subject, text }) => `${subject}\n${text}`).join('\n')
    expect(all).not.toMatch(/riverside|cedar|open door|noor|elliot|mental|health|counsel|crisis|student|school|clinic/i)
    expect(all).toMatch(/sign-in/)
  })
})

describe('From the command line', () => {
  const somebody = { districtId: riversideId, name: 'Ada Quist', email: 'Ada.Quist@riverside.example', role: 'roster_manager' as const, schoolIds: 'all' as const }

  test('somebody is added with an assignment and a link, and a second assignment makes no second person', async () => {
    const { desk } = house.door
    const added = await addUser(desk, somebody)
    const browser = house.browser()
    await browser.fill(linkIn(added.invitation), { password })
    await browser.get('/set-up/second-step')
    await browser.send('/set-up/second-step', { code: codeAt(secretOn(browser.page), house.clock.now()) })
    expect((await browser.who())?.actor).toMatchObject({ name: 'Ada Quist', role: 'roster_manager', schoolIds: null })

    const again = await addUser(desk, { ...somebody, role: 'teacher', schoolIds: [] })
    expect(again).toEqual({ personId: added.personId, assignmentId: expect.any(String), invitation: undefined })
    const who = await browser.who()
    expect(who?.assignments.map(({ label }) => label).sort()).toEqual(['Roster manager', 'Teacher'])
    expect(who?.actor.role).toBe('roster_manager')
    expect(await house.trail()).toEqual(expect.arrayContaining(['system: person.added', 'system: assignment.started']))
  })

  test('nobody is added for a district that is not there', async () => {
    const nowhere = { ...somebody, districtId: '019f0000-0000-7000-8000-000000000000' }
    await expect(addUser(house.door.desk, nowhere)).rejects.toThrow()
  })
})
