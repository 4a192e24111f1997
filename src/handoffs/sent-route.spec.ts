import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRoute } from '#directory/change-route.ts'
import { partners } from '#tests/riverside/places.ts'
import { type HandoffSite, handoffSite } from '#tests/support/handoff-site.ts'

let site: HandoffSite
beforeAll(async () => {
  site = await handoffSite('2026-10-13T20:45:00Z')
})
afterAll(() => site.close())

test('a referral that was sent says the route it left by, also after the agency has another [R029]', async () => {
  const id = await site.decide('tessa')
  await site.choose(id)
  await site.answer(id, 'tessa', { referral_disclosure: 'yes' })
  await site.send(id)
  const { rows } = await site.admin.query(
    'select id from intake_route where partner_id = $1 and closed_at is null',
    [partners.cedarStreet.id],
  )
  const route = { partnerId: partners.cedarStreet.id, kind: 'portal_queue', address: 'The new team' }
  site.must(await changeRoute.perform(site.being('yolanda'), { ...route, replacesId: rows[0]?.id }))
  const { text } = await site.page(`/referrals/${id}/handoff`)
  expect(text).toContain('through Cedar Street’s portal queue')
  expect(text).not.toContain('The new team')
})
