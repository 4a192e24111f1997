import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CareStory, careStory, ofSofia } from '#tests/support/care-story.ts'
import { checkLost } from './check-lost.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: CareStory
beforeAll(async () => {
  story = await careStory()
  await story.sends(ofSofia)
})
afterAll(() => story.close())

const behind = async (text: string) => {
  await story.admin.query('begin; set local session_replication_role = replica')
  await story.admin.query(text)
  await story.admin.query('commit')
}
const found = async () => {
  // Each look has a moment of its own, so that the last one is known.
  story.clock.set(new Date(story.clock.now().getTime() + 1000))
  await checkLost(story.asSystem(story.districtId))
  return story.rows(
    `select record_type, lacks, student_id from lost_finding
     where check_id = (select id from lost_check order by checked_at desc, id desc limit 1) order by lacks`,
  )
}

test('A Handle With Care notice is looked at each night: somebody reads it, and its clock is heard', async () => {
  expect(await found()).toEqual([])
  await behind(`update care_notice set answer_due_at = received_at - interval '1 hour'`)
  expect(await found()).toEqual([{ record_type: 'care_notice', lacks: 'clock', student_id: null }])
  await behind(`update care_notice set answer_due_at = received_at + interval '1 day'`)
  await behind('delete from care_notice_told')
  expect(await found()).toEqual([
    { record_type: 'care_notice', lacks: 'owner', student_id: null },
    { record_type: 'care_notice', lacks: 'queue', student_id: null },
  ])
})
