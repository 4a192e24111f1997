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

describe('A new password', () => {
  test('comes by a link that works once and for half an hour, ends every session, and the person is told', async () => {
    const signedIn = await house.signedIn('ruth')
    const browser = house.browser()
    const asked = await browser.fill('/forgot-password', { email: cast.ruth.email })
    expect([asked.statusCode, asked.body]).toEqual([200, expect.stringContaining('Look in your mail')])
    const [letter] = await house.letters(1)
    const path = linkIn(letter?.text)
    for (let i = 0; i < 2; i++) expect((await house.browser().get(path)).body).toContain(cast.ruth.email)

    const done = await browser.fill(path, { password: 'lantern gravel moss' })
    expect(done.headers.location).toBe('/sign-in?done=password_set')
    expect(await signedIn.who()).toBeUndefined()
    expect((await house.browser().get(path)).body).toContain('does not work any more')
    expect((await house.letters(2))[1]).toMatchObject({
      to: cast.ruth.email,
      subject: 'Your sign-in was changed',
    })
    expect((await house.browser().fill('/sign-in', { email: cast.ruth.email, password })).statusCode).toBe(
      422,
    )
    const next = await house
      .browser()
      .fill('/sign-in', { email: cast.ruth.email, password: 'lantern gravel moss' })
    expect(next.headers.location).toBe('/sign-in/second-step')
    expect(await house.signInsOf('ruth')).toContain('public: password.changed')
  })

  test('the link is late after half an hour', async () => {
    await house.readied('samuel')
    await house.browser().fill('/forgot-password', { email: cast.samuel.email })
    const path = linkIn((await house.letters(1))[0]?.text)
    house.after(29)
    expect((await house.browser().get(path)).body).toContain('Choose a new password')
    house.after(2)
    expect((await house.browser().get(path)).body).toContain('does not work any more')
  })

  test('opens an account that was guessed at too often', async () => {
    await house.readied('marcus')
    const email = cast.marcus.email
    await Promise.all(
      Array.from({ length: 11 }, () =>
        house.browser('198.51.100.7').fill('/sign-in', { email, password: 'guess 12345' }),
      ),
    )
    expect((await house.browser().fill('/sign-in', { email, password })).statusCode).toBe(429)
    await house.browser().fill('/forgot-password', { email })
    const path = linkIn((await house.letters(1))[0]?.text)
    await house.browser().fill(path, { password: 'gravel moss lantern' })
    expect(
      (await house.browser().fill('/sign-in', { email, password: 'gravel moss lantern' })).statusCode,
    ).toBe(303)
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
    expect((await house.letters(1)).map(({ to }) => to)).toEqual([cast.thomas.email])
  })

  test('three letters a quarter of an hour, whoever asks', async () => {
    const seen = []
    for (let i = 0; i < 4; i++)
      seen.push((await house.browser().fill('/forgot-password', { email: 'a@b.example' })).statusCode)
    expect(seen).toEqual([200, 200, 200, 429])
  })
})

describe('Mail', () => {
  test('names no student, school, agency or service, and no address says whose it is', async () => {
    await house.invited('noor')
    await house.readied('elliot')
    await house.browser().fill('/forgot-password', { email: cast.elliot.email })
    const all = (await house.letters(2)).map(({ subject, text }) => `${subject}\n${text}`).join('\n')
    expect(all).not.toMatch(
      /riverside|cedar|open door|noor|elliot|mental|health|counsel|crisis|student|school|clinic/i,
    )
    expect(all).toMatch(/sign-in/)
  })
})
