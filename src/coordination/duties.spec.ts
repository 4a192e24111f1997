import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerRequest } from '#debriefs/answer-request.ts'
import { requestChange } from '#debriefs/request-change.ts'
import { recordException } from '#exceptions/record-exception.ts'
import { addLegalRule } from '#partnership/add-legal-rule.ts'
import { declareConflict } from '#people/declare-conflict.ts'
import { askLifting } from '#records/ask-lifting.ts'
import { placeHold } from '#records/place-hold.ts'
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

test('Today says to whom it falls that caregivers differ, that a conflict is looked at, and that a hold ends', async () => {
  const { being, must, admin } = story
  must(await declareConflict.perform(being('ines'), { studentId: families.theo.id }))
  const held = await placeHold.perform(being('leila'), { studentId: sofia.id, reason: 'Case 22' })
  if (!held.done) throw new Error('Nothing is held')
  const hold = { studentId: sofia.id, holdId: held.result.holdId }
  must(await askLifting.perform(being('yolanda'), hold))
  // Her father had answered the other way.
  await admin.query(`begin; set local session_replication_role = replica;
    with c as (insert into consent select (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(),
        'caregiver_id', gen_random_uuid(), 'given_at', x.given_at - interval '1 hour'))).* from consent x
      where student_id = '${sofia.id}' order by given_at limit 1 returning *)
    insert into consent_answer (district_id, consent_id, scope, partner_id, answer, items, student_id, family_sees)
    select district_id, id, 'referral_disclosure', partner_id, false, '{}', student_id, family_sees from c; commit`)
  const leila = await waiting('leila')
  expect(leila).toMatchObject({
    [dutyLists.differing]: 'On 1 referral two caregivers differ: decide whose answer counts.',
    [dutyLists.conflicts]: '1 conflict of interest waits for somebody else to look at it.',
    [dutyLists.holds]: '1 hold on records is to be lifted, if a second person says so.',
  })
  for (const href of [dutyLists.differing, dutyLists.conflicts, dutyLists.holds])
    expect([href, (await pages.get('leila', href)).status]).toEqual([href, 200])
  expect((await pages.get('leila', dutyLists.holds)).html).toContain('You can be the second person.')
  expect(Object.keys(await waiting('maya'))).toEqual([dutyLists.differing, dutyLists.reviews])
  // Whoever asked waits for somebody else, and it is nobody else's.
  expect(Object.keys(await waiting('yolanda'))).not.toContain(dutyLists.holds)
  expect(Object.keys(await waiting('joan'))).toEqual([])
}, 120_000)

test('a change the crisis standard is asked for waits for those who govern it, until one of them answers', async () => {
  const { must, being } = story
  expect(Object.keys(await waiting('thomas'))).not.toContain(dutyLists.changes)
  must(await requestChange.perform(being('ruth'), { words: 'Say who meets the team at the gate' }))
  const says = '1 change to the crisis standard waits for an answer.'
  for (const key of ['thomas', 'yolanda'] as const) expect((await waiting(key))[dutyLists.changes]).toBe(says)
  expect(Object.keys(await waiting('ruth'))).not.toContain(dutyLists.changes)
  const { rows } = await story.admin.query<{ id: string }>('select id from change_request')
  const answered = {
    changeRequestId: rows[0]?.id,
    answer: 'stays_as_it_is',
    reason: 'It is said in the script',
  }
  must(await answerRequest.perform(being('thomas'), answered))
  expect(Object.keys(await waiting('yolanda'))).not.toContain(dutyLists.changes)
})
