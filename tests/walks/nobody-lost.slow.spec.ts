import { describe, expect, test } from 'vitest'
import type { SmallDistrict } from './small-district.ts'
import { walk } from './walk.ts'

/**
 * How many moves are made at least, for how many seconds the walks go on, and the first seed.
 * `npm run verify:walks` makes thousands.
 */
const moves = Number(process.env['WALK_MOVES'] ?? 0)
const seconds = Number(process.env['WALK_SECONDS'] ?? 20)
const firstSeed = Number(process.env['WALK_SEED'] ?? 1)
/** Steps of one walk: some weeks of a small district. */
const steps = 150

const queue = async ({ admin }: SmallDistrict, text: string) => {
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(text)
  await admin.query('commit')
}

describe('A small district in which anything may happen', () => {
  test('loses nobody: all that is open has an owner, a next action, a clock and a queue, and no high need stalls untold', {
    timeout: seconds * 1000 + 120_000 + moves * 2000,
  }, async () => {
    const until = Date.now() + seconds * 1000
    const seen = { walks: 0, steps: 0, done: 0, open: 0, told: 0, missed: 0, away: 0, restarts: 0 }
    for (let seed = firstSeed; Date.now() < until || seen.steps < moves; seed += 1) {
      // However slow the machine is, the first walk goes some way.
      const whole = moves > 0 ? { seed, steps } : { seed, steps, until }
      const how = seed === firstSeed ? { seed, steps: 60 } : whole
      const { lost, ...walked } = await walk(how)
      expect(lost, `Seed ${seed} loses somebody`).toBeUndefined()
      seen.walks += 1
      seen.steps += walked.steps
      seen.done += walked.done
      seen.open = Math.max(seen.open, walked.open)
      seen.told += walked.told
      seen.missed += walked.missed
      seen.away += walked.made.get('somebody is away') ?? 0
      seen.restarts += walked.made.get('the house is down, and begins anew') ?? 0
    }
    process.stdout.write(`Seeds ${firstSeed} to ${firstSeed + seen.walks - 1}: ${JSON.stringify(seen)}\n`)
    expect(seen.done).toBeGreaterThan(20)
    expect(seen.open).toBeGreaterThan(5)
    expect(Math.min(seen.steps >= moves ? 1 : 0, seen.away, seen.restarts)).toBeGreaterThan(
      moves > 0 ? 0 : -1,
    )
    expect(seen.missed).toBeGreaterThan(moves >= 1000 ? 0 : -1)
  })
})

describe('The judge of it', () => {
  test.each([
    ['stalls', /stalls untold/],
    ['misses', /is late, and that is kept nowhere/],
  ] as const)('finds a house that is deaf to %s', { timeout: 120_000 }, async (deafTo, says) => {
    const { lost } = await walk({ seed: 1, steps: 400, deafTo })
    expect(lost?.what).toMatch(says)
  })

  test('finds a miss that somebody rewrote', { timeout: 120_000 }, async () => {
    const sooner = `update standard_breach set due_at = due_at - interval '1 hour' where clock = 'triage'`
    const rewritten = await walk({ seed: 1, steps: 400, plant: (district) => queue(district, sooner) })
    expect(rewritten.lost?.what).toMatch(/^a miss was rewritten/)
  })

  test('finds a crisis without a timer, and work of a queue that nobody sees', {
    timeout: 120_000,
  }, async () => {
    const silent = await walk({
      seed: 1,
      steps: 400,
      plant: (district) =>
        queue(district, `delete from graphile_worker._private_jobs where key like 'crisis/%'`),
    })
    expect(silent.lost?.what).toMatch(/^incident .* lacks clock$/)
    const unseen = await walk({
      seed: 1,
      steps: 400,
      plant: (district, step) =>
        queue(
          district,
          `update assignment set starts_on = '2030-01-01' where ${step} > 60 and role in ('counselor', 'psychologist', 'social_worker', 'nurse')`,
        ),
    })
    expect(unseen.lost?.what).toMatch(/lacks (owner|queue)$/)
  })
})
