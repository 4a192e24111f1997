import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lookExperience } from '#family/look-experience.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/plan'
const answers = { clarity: 'unclear', frustration: 'much', language: 'en' }
const seen = () => lookExperience.see(story.being('thomas'), {})

/** As if others of the same school had said the same: who they are is of no account. */
const asMany = (referralId: string, many: number) =>
  story.admin.query(
    `begin; set local session_replication_role = replica;
     insert into handoff_rating select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'rated_by', gen_random_uuid()))).* from handoff_rating t, generate_series(1, ${many}) where t.referral_id = '${referralId}';
     commit`,
  )

test('A family rates the handoff by two presses, and governance reads it as a count that names nobody [R068]', async () => {
  const { walk, phone, referralId } = await insidePlan(story, 'ruben', { visit: false })
  expect((await phone.get(`${page}?lang=en`)).html).not.toContain('Is it clear what comes next?')
  const early = await phone.send(page, '/family/ratings?lang=en', { referralId, ...answers })
  expect(early.html).toContain('You can answer this after we set up the help with you.')
  const before = await seen()
  expect(before).toEqual({ days: 90, schools: [], total: null })

  await walk.arrange({ on: '2026-10-15' })
  const shown = (await phone.get(`${page}?lang=en`)).html
  expect(shown).toContain('Is it clear what comes next?')
  expect((await phone.get(`${page}?lang=ar`)).html).toContain('هل هو واضح ما يأتي بعد ذلك؟')
  expect((await phone.send(page, '/family/ratings', { referralId, ...answers })).location).toBe(
    `${page}?lang=en`,
  )
  expect((await phone.get(`${page}?lang=en`)).html).toContain('You told us how it was. Thank you.')
  const again = await phone.send(page, '/family/ratings?lang=en', { referralId, ...answers })
  expect(again.html).toContain('You told us already. Thank you.')

  // One answer points at one family: nothing of it is shown. The trail keeps that it was given, and not what.
  expect(await seen()).toEqual(before)
  const { html } = await story.pages.get('thomas', '/family-experience')
  expect(html).toContain('No school has 10 answers or more yet.')
  const [event] = await story.rows(`select detail from audit_event where name = 'handoff.rated'`, [])
  expect(event).toEqual({ detail: {} })

  await asMany(referralId, 11)
  expect(await seen()).toMatchObject({
    schools: [{ counts: { rated: 12, unclear: 12, much: 12, clear: 0 } }],
  })
  for (const key of ['thomas', 'yolanda', 'ruth'] as const) {
    const told = (await story.pages.get(key, '/family-experience')).html
    expect(told).toContain('>12<')
    expect(told).not.toMatch(/Ruben|Ortega/)
  }
  expect((await story.pages.get('maya', '/family-experience')).status).toBe(403)
})
