import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordException } from '#exceptions/record-exception.ts'
import { addLegalRule } from '#partnership/add-legal-rule.ts'
import { recordRequest } from '#records/record-request.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { given, type GlassStory, glassStory } from '#tests/support/glass-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { breakGlass } from '#people/break-glass.ts'
import { dutyLists } from './duties.ts'

let story: GlassStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await glassStory()
  pages = await pagesOf(story)
}, 60_000)
afterAll(async () => {
  await pages.close()
  await story.close()
})

const { sofia } = families

/** What Today says waits on lists of their own, with where each leads. */
async function waiting(key: CastKey): Promise<Record<string, string>> {
  const { html } = await pages.get(key, '/today')
  const [, part = ''] = /id="duties">([\s\S]*?)<\/section>/.exec(html) ?? []
  return Object.fromEntries(
    [...part.matchAll(/<a href="([^"]+)">([^<]+)<\/a>([^<]*)/g)].map(
      ([, href = '', text = '', late = '']) => [href, `${text}${late}`.trim()],
    ),
  )
}

test('Today names each list that waits for an office, what of it is late, and nobody else’s', async () => {
  const { being, must } = story
  must(await breakGlass.perform(await story.priya(), given))
  const asked = { kind: 'access', askedBy: 'caregiver', askedByName: 'Carmen Delgado', owner: 'district' }
  const request = { ...asked, studentId: sofia.id, about: 'Everything', receivedOn: '2026-08-20' }
  must(await recordRequest.perform(being('leila'), request))
  const law = { level: 'state', title: 'A rule', source: 'Its place', ownerId: cast.leila.id }
  must(await addLegalRule.perform(being('leila'), { ...law, reviewOn: '2026-10-01' }))
  await story.admin.query(
    `begin; set local session_replication_role = replica;
     delete from acknowledgement where person_id = '${cast.joan.id}'; commit`,
  )
  const told = { recipientName: 'Intake', recipientOffice: 'County', onDay: '2026-10-13', atTime: '08:15' }
  const report = { ...told, basis: 'mandated_report', items: ['identity'], recipientKind: 'child_protection' }
  must(await recordException.perform(being('maya'), { ...report, studentId: sofia.id, channel: 'phone' }))

  expect(await waiting('leila')).toEqual({
    [dutyLists.openings]: '1 time somebody broke the glass waits for a review.',
    [dutyLists.exceptions]: '1 telling without consent waits for a review.',
    [dutyLists.requests]: '1 request about a record waits for an answer. Late.',
    [dutyLists.rules]: '1 rule of the register is to be looked at again. Late.',
    [dutyLists.acknowledgements]: '1 person has not acknowledged what they keep to. Late.',
  })
  for (const href of Object.keys(await waiting('leila')))
    expect([href, (await pages.get('leila', href)).status]).toEqual([href, 200])
  expect(Object.keys(await waiting('maya'))).toEqual([dutyLists.reviews])
  expect(Object.keys(await waiting('ruth'))).toContain(dutyLists.requests)
}, 120_000)
