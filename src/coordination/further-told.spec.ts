import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { partners } from '#tests/riverside/places.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { lookStudent } from './look-student.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

test('what an agency once said it asks for stays in the sealed trail, and no timeline tells it', async () => {
  const { referralId } = await story.accepted('sofia')
  const studentId = families.sofia.id
  const requestId = newId()
  const detail = { requestId, serviceSought: 'psychiatry', suggestedPartnerId: partners.northbank.id }
  await story.admin.query(
    `insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, detail)
     values ($1, $2, $3, 'change', 'referral.further_requested', 'clinician', 'referral', $4, $5, $6)`,
    [story.districtId, newId(), story.clock.now(), referralId, studentId, detail],
  )
  const kept = await story.trailOf('subject_id = $1 and name = $2', [
    referralId,
    'referral.further_requested',
  ])
  expect(kept.map((event) => event.detail)).toEqual([detail])

  const read = JSON.stringify(await lookStudent.see(story.being('maya'), { studentId }))
  expect(read).toContain(requestId)
  expect(read).not.toMatch(new RegExp(`psychiatry|suggestedPartnerId|"${partners.northbank.id}"`))
})
