import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type GuestStory, guestStory } from '#tests/support/guest-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: GuestStory
beforeAll(async () => {
  story = await guestStory()
})
afterAll(() => story.close())

test('Somebody of an agency who was written down without a phone is given one, and a phone that stands stays', async () => {
  const page = `/partners/${story.partnerId}/contacts`
  const at = `${page}/${story.contactId}/phone`
  expect((await story.pages.get('yolanda', page)).html).not.toContain('they are sent no link')
  const has = await story.pages.post('yolanda', at, { phone: '206-555-0177' })
  expect(has.status).toBe(409)
  expect(has.html).toContain('They have a phone already')
  await story.admin.query('begin; set local session_replication_role = replica')
  await story.admin.query('update person set phone = null where id = $1', [story.contactId])
  await story.admin.query('commit')
  expect((await story.pages.get('yolanda', page)).html).toContain('they are sent no link')
  const part = `phone-${story.contactId}`
  const wrong = await story.pages.post('yolanda', at, { part, phone: 'at noon' })
  expect(wrong.status).toBe(422)
  // What is wrong leads to the field it was typed in, and not to that of the other form.
  const [ownForm] = wrong.html.split(`action="${at}"`)[1]?.split('</form>') ?? []
  expect(ownForm).toContain('id="f-phone"')
  expect(ownForm).toContain('value="at noon"')
  expect(wrong.html.match(/id="f-phone"/g)).toHaveLength(1)
  expect((await story.pages.post('maya', at, { phone: '206-555-0177' })).status).toBe(403)
  expect((await story.pages.post('yolanda', at, { phone: '206-555-0177' })).status).toBe(303)
  const { html } = await story.pages.get('yolanda', page)
  expect(html).not.toContain('they are sent no link')
  expect(html).toContain('555-0177')
})
