import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setLiveDay } from '#district/set-live-day.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { traceSetting } from '#tests/riverside/rows.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { house } from '../compose.ts'
import { approveSample } from './approve-sample.ts'
import { publishSigned } from './publish-signed.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
const schoolId = schools.harlow.id

/** A district that sets itself up, with students of its own, and no agency works with it yet. */
beforeAll(async () => {
  world = await riverside({ wiring: house.reactions })
  pages = await pagesOf(world)
  await world.db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    const at = world.clock.now()
    await tx.run(sql`update district set demo = false where district_id = ${riversideId}`)
    await tx.run(
      sql`update school set live_on = null where district_id = ${riversideId} and id = ${schoolId}`,
    )
    await traceSetting(tx, { at, type: 'district', ids: [riversideId] })
    await traceSetting(tx, { at, type: 'school', ids: [schoolId] })
  })
  await world.admin.query('alter table partner disable trigger user')
  await world.admin.query('update partner set onboarded_at = null where district_id = $1', [riversideId])
  await world.admin.query('alter table partner enable trigger user')
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const approval = {
  approvedBy: 'Board of Education of Riverside',
  approvedOn: '2026-10-12',
  document: 'Minutes of October 12, item 4',
}
const proposed = async (kind: string) => {
  const given = { kind, version: 1, decision: 'Taken over as it ships' }
  const outcome = await approveSample.perform(world.being('yolanda'), given)
  return outcome.done ? outcome.result.id : ''
}
const publish = (proposalId: string, given: object = {}) =>
  publishSigned.perform(world.being('yolanda'), { proposalId, ...given })
const goesLive = async () => setLiveDay.perform(world.being('yolanda'), { schoolId, liveOn: '2026-10-20' })

test('with no agency to sign, a standard is in force by the approval of the district alone: who, when, which document', async () => {
  await proposed('checklist')
  const proposalId = await proposed('crisis')
  expect(await publish(proposalId)).toEqual({
    done: false,
    because: ['approver_missing', 'approval_day_missing', 'document_missing'],
  })
  const ahead = { ...approval, approvedOn: '2026-10-14' }
  expect(await publish(proposalId, ahead)).toMatchObject({ because: ['approval_ahead'] })
  expect(await goesLive()).toEqual({ done: false, because: ['crisis_sample'] })
  const page = `/standards/crisis/proposals/${proposalId}`
  expect((await pages.get('yolanda', page)).html).toContain('Who approved it?')
  const { html } = await pages.post('yolanda', `${page}/publication`, { ...approval, document: '' })
  expect(html).toContain('Say in which document the approval stands.')
  expect(html).toContain(approval.approvedBy)
  expect((await publish(proposalId, approval)).done).toBe(true)
  const { html: standing } = await pages.get('daniel', '/standards/crisis')
  for (const words of [approval.approvedBy, approval.document]) expect(standing).toContain(words)
  const { html: script } = await pages.get('daniel', '/crisis/papers/script')
  expect(script).not.toContain('Sample: not approved for use')
  expect((await goesLive()).done).toBe(true)
  expect(pages.broken).toEqual([])
})
