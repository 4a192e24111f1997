import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { personTold } from '#access/told.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { blockAccess } from '#people/block-access.ts'
import { mailFrom } from '#platform/mail.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type Posting, postingOf } from '#tests/support/posting.ts'
import { type Mood, type SmtpSink, smtpSink } from '#tests/support/smtp-sink.ts'
import { reactions, when } from '#access/happening.ts'
import { postMessage } from './post-message.ts'
import { sendAgain } from './send-again.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const minute = 60_000
let world: World
let sink: SmtpSink
let posting: Posting
let close: () => void
beforeAll(async () => {
  world = await riverside({ wiring: reactions([when(personTold, postMessage)]), at: '2026-10-13T16:00:00Z' })
})
afterAll(() => world.close())
beforeEach(async () => {
  sink = await smtpSink()
  const mail = mailFrom({ smtpUrl: sink.url, from: 'a@localhost', folder: '/nowhere', clock: world.clock })
  close = () => mail.close()
  posting = postingOf(world, { mail })
  await world.admin.query(
    `begin; set local session_replication_role = replica; delete from message_try; delete from message;
     update notice set read_at = made_at; commit`,
  )
})
afterEach(async () => {
  close()
  await sink.shut().catch(() => undefined)
})

/** As a mail box shows mail: what carries one id is one. */
const shownTo = (to: string) => new Set(sink.taken.filter((mail) => mail.to === to).map(({ id }) => id)).size
const idsShown = () => sink.taken.map(({ id }) => id.replace(/^<|@throughline>$/g, ''))
async function incident(by: CastKey = 'joan', given: object = {}): Promise<string> {
  const outcome = await startIncident.perform(world.being(by), given)
  if (!outcome.done) throw new Error('No incident began')
  return outcome.result.incidentId
}
const alerts = () =>
  posting.rows<{ id: string; ending: string | null; tries: number }>(
    `select id, ending, tries from message where cause = 'crisis.told' order by made_at, id`,
  )
async function until(minutes: number, step = 1): Promise<void> {
  for (let passed = 0; passed < minutes; passed += step) {
    await posting.pass(step * minute)
    await posting.round()
  }
}

describe('A mail server that is down for two hours', () => {
  test('loses nothing and doubles nothing: every message arrives, and none is shown twice', async () => {
    await sink.shut()
    const began = []
    for (let number = 0; number < 6; number += 1) began.push(await incident())
    await posting.round()
    await until(120, 4)
    expect(sink.taken).toEqual([])
    expect((await alerts()).every(({ ending, tries }) => ending === null && tries > 5)).toBe(true)
    await sink.reopen()
    await until(12)
    const made = await alerts()
    expect(made).toHaveLength(began.length)
    expect(made.map(({ ending }) => ending)).toEqual(began.map(() => 'sent'))
    for (const { id } of made) expect(idsShown().filter((shown) => shown === id)).toHaveLength(1)
    expect(shownTo(cast.ruth.email)).toBe(began.length)
    await until(30, 5)
    expect(shownTo(cast.ruth.email)).toBe(began.length)
  })

  test('is passed on after ten minutes: whoever stands in is told, once, and it is in the trail [R369]', async () => {
    await sink.shut()
    const incidentId = await incident()
    await posting.round()
    await until(9, 3)
    const told = () =>
      posting.rows<{ person_id: string }>(
        `select person_id from notice where kind = 'message.undelivered' and subject_id = $1`,
        [incidentId],
      )
    expect(await told()).toEqual([])
    await until(30, 5)
    expect(await told()).toEqual([{ person_id: cast.samuel.id }])
    const trail = await world.trailOf(`name = 'undelivered.told' and subject_id = $1`, [incidentId])
    expect(trail).toHaveLength(1)
  })
})

describe('A message nobody will ever take', () => {
  test('is set apart after some tries, holds up no other, and is told to somebody else [R369]', async () => {
    sink.refused.add(cast.ruth.email)
    const incidentId = await incident()
    // Of the other Samuel is told at once, because Ruth is kept from the student.
    const { id: studentId } = families.theo
    const kept = { studentId, personId: cast.ruth.id, kind: 'conflict_of_interest' }
    expect((await blockAccess.perform(world.being('leila'), kept)).done).toBe(true)
    const other = await incident('daniel', { studentId })
    await posting.round()
    expect(sink.taken.map(({ to }) => to)).toEqual([cast.samuel.email])
    const [next] = await posting.rows('select ending from message where subject_id = $1', [other])
    expect(next).toEqual({ ending: 'sent' })
    await until(10)
    const [poison] = await posting.rows<{ id: string; ending: string; tries: number }>(
      'select id, ending, tries from message where subject_id = $1 and cause = $2',
      [incidentId, 'crisis.told'],
    )
    expect(poison).toMatchObject({ ending: 'set_apart', tries: 3 })
    expect(await posting.tries(String(poison?.id))).toEqual(
      [1, 2, 3].map(() => ({ outcome: 'refused', code: '550' })),
    )
    // And Samuel hears that Ruth was not reached.
    expect(sink.taken.map(({ to }) => to)).toEqual([cast.samuel.email, cast.samuel.email])
    const told = await posting.rows(
      `select person_id from notice where kind = 'message.undelivered' and subject_id = $1`,
      [incidentId],
    )
    expect(told).toEqual([{ person_id: cast.samuel.id }])
  })
})

describe('A message that was set apart', () => {
  test('is sent again once its reader asks for it, and one that went out is not', async () => {
    sink.refused.add(cast.ruth.email)
    await incident()
    await until(10)
    const [apart] = await alerts()
    const again = () => sendAgain.perform(world.being('leila'), { messageId: apart?.id })
    sink.refused.delete(cast.ruth.email)
    await until(5)
    expect(shownTo(cast.ruth.email)).toBe(0)
    expect(await again()).toMatchObject({ done: true })
    await posting.round()
    expect(shownTo(cast.ruth.email)).toBe(1)
    expect(await again()).toMatchObject({ because: ['not_apart'] })
  })
})

describe('A process that ends while it hands a message over', () => {
  test('leaves it to be sent again under the same id, after a while and not before', async () => {
    await incident()
    const [id = ''] = await posting.asked()
    await world.admin.query('begin; set local session_replication_role = replica')
    await world.admin.query(
      `update message set trying_since = $2, channel = 'email', tries = 1 where id = $1`,
      [id, world.clock.now()],
    )
    await world.admin.query('commit')
    await until(4)
    expect(sink.taken).toEqual([])
    await until(2)
    expect(idsShown()).toEqual([id])
    expect((await posting.tries(id)).map(({ outcome }) => outcome)).toEqual(['unknown', 'taken'])
  })
})

describe('Whatever a mail server does', () => {
  const moods = fc.array(fc.constantFrom<Mood | 'down'>('takes', 'busy', 'takes_and_hangs_up', 'down'), {
    minLength: 3,
    maxLength: 8,
  })

  test('every message arrives at least once, and nobody is shown one twice', async () => {
    let hungUp = 0
    await fc.assert(
      fc.asyncProperty(moods, async (history) => {
        const before = new Set((await alerts()).map(({ id }) => id))
        await Promise.all([incident(), incident()])
        for (const mood of history) {
          if (mood === 'down') await sink.shut()
          else sink.feels(mood)
          await until(4, 2)
          if (mood === 'takes_and_hangs_up') hungUp += 1
          if (mood === 'down') await sink.reopen()
        }
        sink.feels('takes')
        await until(24, 4)
        const made = (await alerts()).filter(({ id }) => !before.has(id))
        expect(made.map(({ ending }) => ending)).toEqual(['sent', 'sent'])
        for (const { id } of made) expect(idsShown()).toContain(id)
      }),
      { numRuns: 15, seed: 20_261_013 },
    )
    expect(hungUp).toBeGreaterThan(5)
    // What came twice carries one id; two messages never do.
    expect(sink.taken.length).toBeGreaterThan(new Set(idsShown()).size)
    expect(shownTo(cast.ruth.email)).toBe((await alerts()).length)
  })
})
