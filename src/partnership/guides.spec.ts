import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookPartner } from './look-partner.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookGuide, lookOwnGuides } from '#acknowledgements/look-guides.ts'
import { publishTerms } from '#acknowledgements/publish-terms.ts'
import type { Guide } from '#acknowledgements/terms.ts'
import { trainInGuide } from '#acknowledgements/train-in-guide.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const registered = (guide: Guide) => lookGuide.see(story.being('grace'), { guide })
const train = async (who: 'grace' | 'tomas' | 'noor', guide: Guide) => {
  const termsId = (await registered(guide)).terms?.id
  return trainInGuide.perform(story.being(who), { guide, termsId })
}
const trained = async (guide: Guide) =>
  (await registered(guide)).shown.flatMap(({ name, endsOn }) => (endsOn === null ? [] : [name]))

test('the register says which version of each protocol is in force, who was trained in it, and who was not [R166]', async () => {
  for (const guide of ['care_coordination', 'wraparound'] as const) {
    expect(await registered(guide)).toMatchObject({ terms: { version: 1, sample: true } })
    expect(await trained(guide)).toEqual([])
    story.must(await train('grace', guide))
    story.must(await train('tomas', guide))
    expect(await trained(guide)).toEqual(['Grace Whitfield', 'Tomas Lindqvist'])
  }
  const pages = await pagesOf(story)
  const { html } = await pages.get('grace', '/protocols')
  expect(html).toMatch(/Version 1, in force\.\s+2 of \d+ trained in this version/)
  expect((await pages.get('grace', '/protocols/wraparound')).html).toContain('Tomas Lindqvist')

  // A new version asks everybody anew; what was said of the one before stays with it.
  const next = { audience: 'care_coordination', version: 1, lines: 'We meet each week.', validDays: 365 }
  story.must(await publishTerms.perform(story.being('leila'), { ...next, inForceOn: '2026-10-13' }))
  expect(await registered('care_coordination')).toMatchObject({ terms: { version: 2, sample: false } })
  expect(await trained('care_coordination')).toEqual([])
  expect(await trained('wraparound')).toHaveLength(2)
})

test('a clinician who has not acknowledged how care is given on campus is flagged in the readiness of the agency [R172]', async () => {
  const flagged = async () => {
    const { staff, notReady } = await lookPartner.see(story.being('ruth'), {
      partnerId: partners.cedarStreet.id,
    })
    return staff.flatMap(({ id, name }) => (notReady.includes(id) ? [name] : []))
  }
  const page = async () =>
    (await (await pagesOf(story)).get('ruth', `/partners/${partners.cedarStreet.id}`)).html
  expect(await flagged()).toContain('Tomas Lindqvist')
  expect(await page()).toContain('Guidelines not acknowledged')
  await expect(train('noor', 'on_campus')).rejects.toMatchObject({ code: 'not_allowed' })
  story.must(await train('tomas', 'on_campus'))
  expect(await flagged()).not.toContain('Tomas Lindqvist')
})

test('each reads their own, and until when it holds; nothing is closed to whoever was not trained', async () => {
  const own = async (who: 'noor' | 'tomas') =>
    (await lookOwnGuides.see(story.being(who), {})).guides.map(({ guide, endsOn }) => [guide, endsOn])
  expect(await own('noor')).toEqual([
    ['care_coordination', null],
    ['wraparound', null],
  ])
  expect(await own('tomas')).toContainEqual(['on_campus', '2027-10-13'])
})
