import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordResult } from '#referrals/record-result.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'
import { barrierPage } from './barrier-page.ts'
import { resolveBarrier } from './resolve-barrier.ts'

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
}, 120_000)
afterAll(() => story.close())

const page = '/family/plan'

test('distrust is worked on with a joint introduction call; what came of it and the visit after it stand together [R357]', async () => {
  const { phone, referralId, appointmentId } = await insidePlan(story, 'ruben')
  const said = { referralId, barriers: 'distrust', language: 'en' }
  expect((await phone.send(page, '/family/barriers', said)).location).toBe(`${page}?lang=en`)
  const [barrier] = await story.rows('select id from barrier where referral_id = $1', [referralId])
  const barrierId = String(barrier?.['id'])
  const of = () => barrierPage.see(story.being('maya'), { referralId, barrierId })
  expect(await of()).toMatchObject({ barrier: { category: 'distrust', action: null }, visitAfter: null })

  const action = 'Joint introduction call: the counselor and the clinician rang together'
  const cleared = { referralId, barrierId, action, result: 'They want to meet her' }
  expect(await resolveBarrier.perform(story.being('maya'), cleared)).toMatchObject({ done: true })
  expect((await of()).visitAfter).toMatchObject({ kind: 'assessment', result: null })
  story.clock.set('2026-10-16T18:00:00Z')
  const came = { referralId, appointmentId, result: 'attended' }
  expect(await recordResult.perform(story.being('noor'), came)).toMatchObject({ done: true })
  expect(await of()).toMatchObject({
    barrier: { action, result: 'They want to meet her' },
    visitAfter: { kind: 'assessment', result: 'attended' },
  })
  const { html } = await story.pages.get('maya', `/referrals/${referralId}/barriers/${barrierId}`)
  expect(html).toMatch(/The visit after it<\/dt><dd>Assessment, [^<]*: Came/)
})
