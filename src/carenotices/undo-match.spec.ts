import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type CareStory, careStory } from '#tests/support/care-story.ts'
import { askTeacher } from './ask-teacher.ts'
import { lookCareNotice } from './look-notice.ts'
import { lookSignals } from './look-signals.ts'
import { matchNotice } from './match-notice.ts'
import { recordCareStep } from './record-step.ts'
import { sendToTriage } from './send-to-triage.ts'
import { tellBackup } from './tell-backup.ts'
import { undoMatch } from './undo-match.ts'
import { systemActor } from '#access/actor.ts'
import { riversideId } from '#tests/riverside/places.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: CareStory
beforeAll(async () => {
  story = await careStory()
})
afterAll(() => story.close())

const [wrong, right] = [families.theo.id, families.sofia.id]
const match = (careNoticeId: string, studentId: string, by: CastKey = 'daniel') =>
  matchNotice.perform(story.being(by), { careNoticeId, studentId })
const undo = (careNoticeId: string, by: CastKey = 'daniel') =>
  undoMatch.perform(story.being(by), { careNoticeId })
const asked = async () =>
  (await lookSignals.see(story.being('joan'), {})).signals.map(({ studentId }) => studentId)
const pageOf = async (by: CastKey, studentId: string) =>
  (await story.pages.get(by, `/students/${studentId}`, 'application/json')).html
const newsOf = (kind: string) =>
  story.rows<{ person_id: string }>('select person_id from notice where kind = $1 order by made_at', [kind])

/** Nobody answered in time, so that Lucia was told too; then Daniel chose the wrong student. */
async function mistaken() {
  const careNoticeId = await story.comes()
  story.clock.set(new Date(story.clock.now().getTime() + 31 * 60_000))
  story.must(await tellBackup.perform(story.as(systemActor(riversideId)), { careNoticeId }))
  story.must(await match(careNoticeId, wrong))
  story.must(await askTeacher.perform(story.being('daniel'), { careNoticeId, personId: cast.joan.id }))
  const gave = { careNoticeId, kind: 'support', support: 'quiet_place' }
  story.must(await recordCareStep.perform(story.being('daniel'), gave))
  const { concernId } = story.must(await sendToTriage.perform(story.being('daniel'), { careNoticeId }))
  return { careNoticeId, concernId }
}

describe('A notice that was matched to the wrong student', () => {
  test('is moved off them: no page and no list of theirs shows anything of it any more', async () => {
    const { careNoticeId, concernId } = await mistaken()
    expect(await asked()).toContain(wrong)
    expect(await pageOf('daniel', wrong)).toContain(concernId)
    story.must(await undo(careNoticeId))

    const { notice, steps, teachers, student } = await lookCareNotice.see(story.being('daniel'), {
      careNoticeId,
    })
    expect([notice.studentId, notice.childName, steps, teachers.asked, student]).toEqual([
      null,
      'Sofia Delgado',
      [],
      [],
      null,
    ])
    expect(await asked()).not.toContain(wrong)
    expect(await pageOf('daniel', wrong)).not.toContain(concernId)
    const [concern] = await story.rows('select student_id, state from concern where id = $1', [concernId])
    expect(concern).toEqual({ student_id: null, state: 'closed' })
    const texts = await story.rows("select child_name || '' as sealed from care_notice where id = $1", [
      careNoticeId,
    ])
    expect(JSON.stringify(texts)).not.toContain('Delgado')
  })

  test('is told as a mistake to everybody who was told, without a name, and the trail says who they were', async () => {
    const { careNoticeId } = await mistaken()
    const before = [await newsOf('care_notice.mistaken'), await newsOf('care_notice.signal_mistaken')].map(
      (news) => news.length,
    )
    story.must(await undo(careNoticeId, 'lucia'))
    const [staff, teachers] = [
      await newsOf('care_notice.mistaken'),
      await newsOf('care_notice.signal_mistaken'),
    ]
    expect(staff.slice(before[0]).map(({ person_id }) => person_id)).toEqual([cast.daniel.id])
    expect(teachers.slice(before[1]).map(({ person_id }) => person_id)).toEqual([cast.joan.id])
    const today = await story.pages.get('joan', '/today')
    expect(today.html).toContain('It was a mistake')
    for (const name of ['Brandt', 'Delgado']) expect(today.html).not.toContain(name)
    const messages = await story.rows<{ person_id: string }>(
      `select person_id from message where cause = 'care_notice.signal_mistaken' and subject_id = $1`,
      [careNoticeId],
    )
    expect(messages).toEqual([{ person_id: cast.joan.id }])
    const [trace] = await story.rows<Record<string, unknown>>(
      "select person_id, student_id, detail from audit_event where name = 'care_notice.unmatched' and subject_id = $1",
      [careNoticeId],
    )
    expect(trace).toMatchObject({ student_id: wrong, person_id: cast.lucia.id })
    expect(trace?.['detail']).toMatchObject({
      told: expect.arrayContaining([cast.daniel.id, cast.lucia.id]),
      teachers: [cast.joan.id],
      matchedBy: cast.daniel.id,
    })
  })

  test('can be matched anew, and the same teacher asked again', async () => {
    const { careNoticeId } = await mistaken()
    story.must(await undo(careNoticeId))
    expect(await undo(careNoticeId)).toEqual({ done: false, because: ['not_matched'] })
    story.must(await match(careNoticeId, right))
    story.must(await askTeacher.perform(story.being('daniel'), { careNoticeId, personId: cast.joan.id }))
    expect(await asked()).toContain(right)
    const { student, steps } = await lookCareNotice.see(story.being('daniel'), { careNoticeId })
    expect([student?.id, steps]).toEqual([right, []])
  })

  test('is taken back by whoever matched it or a lead who was told, and by nobody else', async () => {
    const { careNoticeId } = await mistaken()
    for (const by of ['ines', 'marcus', 'ruth'] as const)
      await expect(undo(careNoticeId, by)).rejects.toEqual(new Problem('not_found'))
    await expect(undo(careNoticeId, 'joan')).rejects.toEqual(new Problem('not_allowed'))
    const page = await story.pages.get('daniel', `/handle-with-care/notices/${careNoticeId}`)
    expect(page.html).toContain('It is not Theo Brandt')
    const done = await story.pages.post(
      'daniel',
      `/handle-with-care/notices/${careNoticeId}/student-undo`,
      {},
    )
    expect(done.status).toBe(303)
    expect((await lookCareNotice.see(story.being('daniel'), { careNoticeId })).student).toBeNull()
  })
})
