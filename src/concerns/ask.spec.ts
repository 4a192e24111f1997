import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { askAsCaregiver } from './ask-as-caregiver.ts'
import { askAsStudent } from './ask-as-student.ts'
import { askPage } from './ask-page.ts'
import { concernPage } from './concern-page.ts'
import { matchStudent } from './match-student.ts'
import { screenConcern } from './screen-concern.ts'
import { triageQueue } from './triage-queue.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const notFound = new Problem('not_found')
type Row = {
  id: string
  student_id: string | null
  about_name: string
  source: string
  reporter_id: null
  school_id: string
}
const latest = async () =>
  (await story.rows<Row>('select * from concern order by received_at desc, id desc limit 1'))[0] as Row
const worry = {
  name: 'Sofia Delgado',
  askedBy: 'Carmen Delgado',
  contact: '555-0137',
  observed: 'She does not sleep',
  urgency: 'this_week',
  language: 'es',
}

describe('Asking for help on the public page of a school', () => {
  test('a student asks with no more than a name, and only triage staff of that school see it [R004]', async () => {
    story.must(await askAsStudent.perform(story.anybody(), { name: 'Ruben' }))
    const asked = await latest()
    expect(asked).toMatchObject({
      source: 'student',
      about_name: 'Ruben',
      student_id: null,
      reporter_id: null,
      school_id: schools.alderCreek.id,
    })
    const sees = async (key: 'daniel' | 'ines' | 'helen' | 'priya' | 'lucia') =>
      (await triageQueue.see(story.being(key), {})).concerns.some(({ id }) => id === asked.id)
    expect([await sees('daniel'), await sees('ines'), await sees('helen')]).toEqual([true, true, true])
    expect([await sees('priya'), await sees('lucia')]).toEqual([false, false])
    await expect(concernPage.see(story.being('lucia'), { concernId: asked.id })).rejects.toEqual(notFound)
  })

  test('a caregiver asks in Spanish, and it stands in triage as theirs [R005]', async () => {
    expect(story.must(await askAsCaregiver.perform(story.anybody(), worry))).toEqual({ language: 'es' })
    const asked = await latest()
    const row = (await triageQueue.see(story.being('daniel'), {})).concerns.find(({ id }) => id === asked.id)
    expect(row).toMatchObject({ source: 'caregiver', aboutName: 'Sofia Delgado', studentName: null })
  })

  test('the page says whom to call first and which services there are, to anybody [R005]', async () => {
    const page = await askPage.see(story.anybody(), { place: 'alder-creek' })
    expect(page.contacts.map(({ number }) => number)).toEqual(['911', '988', '555-0199'])
    expect(page.services.map(({ partner }) => partner)).toEqual([
      'Cedar Street Family Clinic',
      'Northbank Youth Counseling',
      'Open Door Behavioral Health',
    ])
    expect(JSON.stringify(page)).not.toMatch(/Delgado|Rivas|Reyes/)
  })

  test('a name that nobody has is answered exactly like one that somebody has', async () => {
    const known = await askAsCaregiver.perform(story.anybody(), worry)
    const unknown = await askAsCaregiver.perform(story.anybody(), { ...worry, name: 'Nobody Here' })
    expect(unknown).toEqual(known)
  })

  test('nobody who is signed in can use it in somebody else’s name', async () => {
    await expect(askAsStudent.perform(story.being('joan'), { name: 'Ruben' })).rejects.toEqual(
      new Problem('not_allowed'),
    )
  })
})

describe('Matching a request to a student', () => {
  test('staff are offered students of that name, within their schools', async () => {
    story.must(await askAsCaregiver.perform(story.anybody(), worry))
    const asked = await latest()
    const page = await concernPage.see(story.being('daniel'), { concernId: asked.id })
    expect(page.candidates.map(({ name }) => name)).toEqual(['Sofia Delgado'])
    const looked = await story.rows<{ student_ids: string[] }>(
      "select student_ids from audit_event where kind = 'read' and subject_id = $1",
      [asked.id],
    )
    expect(looked).toEqual([{ student_ids: [families.sofia.id] }])
  })

  test('nothing is screened before it is known whom it is about', async () => {
    const { id: concernId } = await latest()
    const given = { concernId, version: 1, answers: {} }
    expect(await screenConcern.perform(story.being('daniel'), given)).toMatchObject({
      done: false,
      because: ['student_unknown', 'checklist_unanswered'],
    })
  })

  test('a student of another school, or one out of reach, is not matched', async () => {
    const { id: concernId } = await latest()
    const amina = { concernId, studentId: families.amina.id }
    expect(await matchStudent.perform(story.being('ines'), amina)).toEqual({
      done: false,
      because: ['another_school'],
    })
    await expect(matchStudent.perform(story.being('daniel'), amina)).rejects.toEqual(notFound)
  })

  test('matched once, it is taken up and goes on like any other', async () => {
    const { id: concernId } = await latest()
    const sofia = { concernId, studentId: families.sofia.id }
    await expect(matchStudent.perform(story.being('joan'), sofia)).rejects.toEqual(new Problem('not_allowed'))
    story.must(await matchStudent.perform(story.being('daniel'), sofia))
    expect(await matchStudent.perform(story.being('daniel'), sofia)).toEqual({
      done: false,
      because: ['already_matched'],
    })
    expect(await story.rows('select student_id, state from concern where id = $1', [concernId])).toEqual([
      { student_id: families.sofia.id, state: 'acknowledged' },
    ])
    expect((await story.run(concernId, 'low')).indicated).toBe('a')
  })
})
