import { expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { wholeHouse } from '#tests/support/whole-house.ts'
import { openDiary } from '../commands/diary.ts'
import { Pace, reading } from './pace.ts'

test('somebody reads as fast as anybody can, and no faster: each has a minute of their own, and the next one begins at nought', () => {
  const pace = new Pace()
  const many = (who: string, now: number) =>
    Array.from({ length: reading.most + 5 }, () => pace.take(who, now)).filter((over) => over === 0).length
  expect(many('maya', 0)).toBe(reading.most)
  expect(many('maya', reading.milliseconds - 1)).toBe(0)
  expect(many('daniel', 1)).toBe(reading.most)
  expect(many('maya', reading.milliseconds)).toBe(reading.most)
})

test('who reads too fast waits and is told how long; the way to help, and what they do, stay open', async () => {
  const lines: string[] = []
  const diary = openDiary({ write: (line) => void lines.push(line) })
  const house = await wholeHouse({
    pace: new Pace({ most: 2, milliseconds: 60_000 }),
    attempted: diary.attempted,
  })
  try {
    const daniel = await house.front.signedIn('daniel', house.browser())
    const statuses = []
    for (let page = 0; page < 3; page++) statuses.push((await daniel.get('/today')).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await daniel.get('/today')
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60'])
    expect(refused.body).toContain('988')
    // Once for each minute, however often they try.
    const traced = await house.front.trailOf('name = $1 and person_id = $2', [
      'pages.too_fast',
      cast.daniel.id,
    ])
    expect(traced.map(({ kind, detail }) => [kind, detail])).toEqual([['refusal', { because: ['too_many'] }]])
    expect((await daniel.get('/crisis')).statusCode).not.toBe(429)
    expect((await house.browser().get('/ask/harlow-high')).statusCode).toBe(200)
    const sent = await daniel.send('/records/retention', {})
    expect(sent.statusCode).not.toBe(429)
    // What was tried stands in the log, and who tried does not.
    const last = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
    expect(last).toMatchObject({
      attempt: expect.any(String),
      route: expect.any(String),
      id: expect.any(String),
    })
    expect(lines.some((line) => line.includes('too_many'))).toBe(true)
    expect(lines.join('')).not.toContain(cast.daniel.name)
  } finally {
    await house.close()
  }
})

test('a form of another site, and a body nobody can read, are noted as attempts, and a slip is not', async () => {
  const lines: string[] = []
  const diary = openDiary({ write: (line) => void lines.push(line) })
  const house = await wholeHouse({ attempted: diary.attempted })
  const noted = () => lines.splice(0).map((line) => (JSON.parse(line) as { attempt?: string }).attempt)
  try {
    const maya = await house.front.signedIn('maya', house.browser())
    await maya.get('/account')
    noted()
    await maya.send('/records/retention', {}, { origin: 'https://elsewhere.example' })
    expect(noted()).toEqual(['wrong_origin'])
    await maya.send('/records/retention', { 'constructor.admin': 'yes' })
    expect(noted()).toEqual(['not_readable'])
    await maya.send('/records/retention', { observed: '' })
    await maya.get('/no-such-page')
    expect(noted()).toEqual([])
  } finally {
    await house.close()
  }
})
