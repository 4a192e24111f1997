import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { writeKeys } from '#platform/vault/installation-keys.ts'
import { haveAssets } from '#tests/journeys/support/assets-setup.ts'
import { keysForSpecs } from '#tests/support/keys.ts'
import { program } from '#tests/support/program.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [hour, day] = [3_600_000, 86_400_000]
/** At most so long after the worker is back something is told that ran out meanwhile. */
const recovered = 30_000

let story: StalledStory
let folder = ''
let url = ''
const running = new Set<ReturnType<typeof start>>()
beforeAll(async () => {
  await haveAssets()
  story = await stalledStory()
  folder = await mkdtemp(join(tmpdir(), 'tl-timers-'))
  await writeKeys(join(folder, 'keys'), [keysForSpecs.current()])
  const { host, port, superuserPassword } = inject('server')
  const place = `localhost:${port}/${story.admin.database}?host=${encodeURIComponent(host)}`
  url = `postgres://postgres:${encodeURIComponent(superuserPassword)}@${place}`
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await story.close()
  await rm(folder, { recursive: true })
})

/** Every process of the house reads this clock. Written beside and moved there: nobody reads half of it. */
async function clockSays(at: Date | string) {
  const next = join(folder, 'clock.next')
  await writeFile(next, new Date(at).toISOString())
  await rename(next, join(folder, 'clock'))
}

function start() {
  const own = {
    DATABASE_URL: url,
    THROUGHLINE_DATA: folder,
    THROUGHLINE_SECRET: inject('server').secret,
    THROUGHLINE_CLOCK: join(folder, 'clock'),
    THROUGHLINE_CARELESS: 'on',
  }
  const child = spawn(process.execPath, [...program(), 'serve', '--worker'], {
    cwd: root,
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/** A worker that has begun, and when it did. */
async function worker() {
  const child = start()
  const ended = once(child, 'close').then(() => Promise.reject(new Error('The worker ended by itself')))
  await Promise.race([once(child.stdout, 'data'), ended])
  ended.catch(() => undefined)
  return { child, since: performance.now() }
}
async function killed({ child }: Awaited<ReturnType<typeof worker>>) {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

const one = async (text: string, values: unknown[]): Promise<number> =>
  (await story.admin.query<{ n: number }>(text, values)).rows[0]?.n ?? 0
const looks = (referralId: string) =>
  one('select count(*)::int as n from stall_watch where referral_id = $1', [referralId])
/** How often the week without an intake was kept as missed. */
const stalls = (referralId: string) =>
  one(
    `select count(*)::int as n from standard_breach where referral_id = $1 and clock = 'high_need_intake'`,
    [referralId],
  )
/** How often people were told of stalls of a referral: on a page, and in messages. */
const told = (referralId: string) =>
  one(
    `select count(*)::int as n from notice n join escalation e on e.district_id = n.district_id and e.id = n.subject_id
     where n.kind = 'escalation.told' and e.referral_id = $1`,
    [referralId],
  )
const written = (referralId: string) =>
  one(
    `select count(*)::int as n from message m join escalation e on e.district_id = m.district_id and e.id = m.subject_id
     where e.referral_id = $1`,
    [referralId],
  )
async function until(holds: () => Promise<boolean>, most: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < most) {
    if (await holds()) return performance.now() - began
    await pause(200)
  }
  throw new Error(`It did not come true within ${most} ms`)
}
/** Long enough for two rounds of whoever runs. */
const twoRounds = () => pause(21_000)

describe('A clock that runs out', () => {
  test('while the worker is dead is told at most 30 s after it is back, once, whatever the clock does then', {
    timeout: 240_000,
  }, async () => {
    const referralId = await story.openHighNeed('mateo')
    const due = story.clock.now().getTime() + 7 * day
    await clockSays(new Date(due - day))
    const first = await worker()
    await until(async () => (await looks(referralId)) > 0, recovered)
    expect(await told(referralId)).toBe(0)
    await killed(first)

    await clockSays(new Date(due + hour))
    const [second, third] = [await worker(), await worker()]
    const late = await until(async () => (await told(referralId)) > 0, recovered)
    expect(late).toBeLessThanOrEqual(recovered)
    await Promise.all([killed(second), killed(third)])
    // An hour back, and killed once more: what was told is not told again.
    await clockSays(new Date(due - 1000))
    const fourth = await worker()
    await twoRounds()
    await clockSays(new Date(due + hour))
    await twoRounds()
    expect([await told(referralId), await stalls(referralId)]).toEqual([1, 1])
    expect(await written(referralId)).toBeLessThanOrEqual(1)
    await killed(fourth)
  })

  test('in the night the clocks are set back runs out once, at its first half past one', {
    timeout: 240_000,
  }, async () => {
    // Sunday, October 25, 1:30 in Riverside: a week later half past one comes twice.
    story.clock.set('2026-10-25T08:30:00Z')
    const referralId = await story.openHighNeed('theo')
    await clockSays('2026-11-01T08:29:30Z')
    const house = await worker()
    await until(async () => (await looks(referralId)) > 0, recovered)
    expect(await told(referralId)).toBe(0)
    await clockSays('2026-11-01T08:30:00Z')
    await until(async () => (await told(referralId)) > 0, recovered)
    // The wall says half past one again.
    await clockSays('2026-11-01T09:30:00Z')
    await twoRounds()
    expect([await told(referralId), await stalls(referralId)]).toEqual([1, 1])
    await killed(house)
  })
})
