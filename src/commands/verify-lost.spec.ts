import { afterAll, beforeAll, expect, test } from 'vitest'
import { keysForSpecs } from '#tests/support/keys.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { verifyLost } from './verify-lost.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

/** What the command says, line by line, and the complaint it ends with. */
async function verified() {
  const said: string[] = []
  const installation = { login: story.login, clock: story.clock, keys: keysForSpecs }
  const terminal = { say: (line: string) => void said.push(line) } as Parameters<typeof verifyLost>[1]
  const ended = await verifyLost(installation, terminal).then(
    () => 'well',
    (error: Error) => error.message,
  )
  return { said, ended }
}
const behind = (text: string) =>
  story.admin.query(`begin; set local session_replication_role = replica; ${text}; commit`)

test('The command proves that nobody is lost, puts right what it may, and names the record of what it may not', async () => {
  const referralId = await story.decide('mateo')
  await story.round()
  const whole = await verified()
  expect(whole).toEqual({
    said: [expect.stringMatching(/^Riverside.*: 1 open, 0 missing, 0 put right$/), 'Nobody is lost.'],
    ended: 'well',
  })

  await behind(`update referral set next_step = 'hold_visit' where id = '${referralId}'`)
  const repaired = await verified()
  expect(repaired.ended).toBe('well')
  expect(repaired.said).toContainEqual(
    expect.stringMatching(`^  Referral ${referralId}, Alder Creek.*, put right$`),
  )

  await behind(`update assignment set ended_at = '2026-10-05' where person_id =
    (select navigator_id from referral where id = '${referralId}')`)
  const missing = await verified()
  expect(missing.ended).toBe('Still missing, and for somebody to put right: 1')
  expect(missing.said.at(-1)).toMatch(
    `  Referral ${referralId}, Alder Creek Middle School: Nobody who is there owns it`,
  )
})
