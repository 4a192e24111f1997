import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setLiveDay } from '#district/set-live-day.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { traceSetting } from '#tests/riverside/rows.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { house } from '../compose.ts'
import { approveSample } from './approve-sample.ts'
import { publishSigned } from './publish-signed.ts'
import { signProposal } from './sign-proposal.ts'

let world: World
beforeAll(async () => {
  world = await riverside({ wiring: house.reactions })
  await demo(false)
})
afterAll(() => world.close())

const schoolId = schools.harlow.id
/** A district with students of its own, one of whose schools is still being set up. */
const demo = (is: boolean) =>
  world.db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    await tx.run(sql`update district set demo = ${is} where district_id = ${riversideId}`)
    await tx.run(
      sql`update school set live_on = null where district_id = ${riversideId} and id = ${schoolId}`,
    )
    await traceSetting(tx, { at: world.clock.now(), type: 'district', ids: [riversideId] })
    await traceSetting(tx, { at: world.clock.now(), type: 'school', ids: [schoolId] })
  })
const set = (liveOn = '2026-10-20') => setLiveDay.perform(world.being('yolanda'), { schoolId, liveOn })
const approve = async (kind: string) => {
  const given = { kind, version: 1, decision: 'Board, October 12' }
  const outcome = await approveSample.perform(world.being('yolanda'), given)
  return outcome.done ? outcome.result.id : undefined
}

test('a school does not go live on samples, and the page says what is missing [R095]', async () => {
  expect(await set()).toEqual({ done: false, because: ['checklist_sample', 'crisis_sample'] })
  expect((await set('2026-10-12')).done).toBe(false)
  const pages = await pagesOf(world)
  const { html } = await pages.post('yolanda', `/schools/${schoolId}/live-day`, { liveOn: '2026-10-20' })
  expect(html).toContain('The triage checklist is still a sample.')
  expect(html).toContain('once every agency has signed, put it in force')
  await pages.close()
})

test('the local approval of the checklist and the signature of every agency open it [R095]', async () => {
  expect(await approve('checklist')).toBeDefined()
  expect(await set()).toEqual({ done: false, because: ['crisis_sample'] })
  const proposalId = await approve('crisis')
  expect(await set(), 'proposed is not signed').toEqual({ done: false, because: ['crisis_sample'] })
  const publish = () => publishSigned.perform(world.being('yolanda'), { proposalId })
  for (const key of ['noor', 'farah', 'elliot'] as const satisfies readonly CastKey[]) {
    expect(await publish()).toMatchObject({ because: ['signatures_missing'] })
    expect((await signProposal.perform(world.being(key), { proposalId })).done).toBe(true)
  }
  expect(await set(), 'signed is not in force').toEqual({ done: false, because: ['crisis_sample'] })
  expect((await publish()).done).toBe(true)
  expect((await set()).done).toBe(true)
  expect((await setLiveDay.perform(world.being('yolanda'), { schoolId })).done, 'and back').toBe(true)
})

test('a demonstration, which has no students, goes on with samples', async () => {
  const other = await riverside({ wiring: house.reactions })
  const given = { schoolId, liveOn: '2026-10-20' }
  const outcome = await setLiveDay.perform(other.being('yolanda'), given)
  expect(outcome.done || outcome.because).not.toEqual(expect.arrayContaining(['crisis_sample']))
  await other.close()
})
