import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { addRetentionRule } from './add-retention-rule.ts'
import { answerRequest } from './answer-request.ts'
import { askLifting } from './ask-lifting.ts'
import { liftHold } from './lift-hold.ts'
import { lookFile, lookRecords, lookRequests, lookRetention } from './look-records.ts'
import { placeHold } from './place-hold.ts'
import { recordRequest } from './record-request.ts'
import { answersTo, dueOn, isOverdue, obstaclesToAnswering, obstaclesToLifting } from './rules.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const studentId = families.sofia.id
const asking = {
  studentId,
  kind: 'access',
  askedBy: 'caregiver',
  askedByName: 'Carmen Delgado',
  owner: 'district',
  about: 'Everything',
  receivedOn: '2026-10-12',
}
const ask = async (more: object = {}) =>
  story.must(await recordRequest.perform(story.being('leila'), { ...asking, ...more })).requestId
const answer = (recordRequestId: string, given: object) =>
  answerRequest.perform(story.being('leila'), { studentId, recordRequestId, ...given })

describe('A request about a record', () => {
  test('is due in 45 days for the school’s record and in 30 for an agency’s, and overdue the day after [R153]', () => {
    expect(dueOn('2026-10-12', 'district')).toBe('2026-11-26')
    expect(dueOn('2026-10-12', 'provider')).toBe('2026-11-11')
    const open = { dueOn: '2026-11-26', answer: null }
    expect(isOverdue(open, '2026-11-26')).toBe(false)
    expect(isOverdue(open, '2026-11-27')).toBe(true)
    expect(isOverdue({ ...open, answer: 'given' }, '2027-01-01')).toBe(false)
  })

  test('is answered as its owner may: what an agency owns is passed on [R153]', () => {
    expect(answersTo({ kind: 'correction', owner: 'provider' })).toEqual(['passed_on'])
    expect(answersTo({ kind: 'access', owner: 'district' })).toEqual(['given'])
    const facts = { kind: 'correction', owner: 'district', answered: false, statement: undefined } as const
    expect(obstaclesToAnswering({ ...facts, answer: 'accepted' })).toEqual([])
    expect(obstaclesToAnswering({ ...facts, answer: 'given' })).toEqual(['not_an_answer'])
    expect(obstaclesToAnswering({ ...facts, answer: 'accepted', statement: 'x', answered: true })).toEqual([
      'already_answered',
      'statement_not_here',
    ])
  })

  test('waits on the list until it is answered, once', async () => {
    const id = await ask()
    const waiting = await lookRequests.see(story.being('leila'), {})
    expect(waiting.shown.map((row) => row.id)).toContain(id)
    expect(await answer(id, { answer: 'given', note: 'Handed over' })).toMatchObject({ done: true })
    expect(await answer(id, { answer: 'given', note: 'Again' })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    const after = await lookRequests.see(story.being('leila'), {})
    expect(after.shown.map((row) => row.id)).not.toContain(id)
    await expect(recordRequest.perform(story.being('maya'), asking)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    expect(
      await recordRequest.perform(story.being('leila'), { ...asking, receivedOn: '2026-12-24' }),
    ).toEqual({ done: false, because: ['in_the_future'] })
  })
})

describe('The education record on paper', () => {
  test('has the school’s records, corrections beside them, and nothing an agency owns [R153]', async () => {
    await story.seen('sofia')
    const before = (await lookFile.see(story.being('leila'), { studentId })).lines
    const wrong = await ask({ kind: 'correction', about: 'Not quiet: tired' })
    story.must(await answer(wrong, { answer: 'accepted', note: 'She was tired after practice.' }))
    const refused = await ask({ kind: 'correction', about: 'Take it out' })
    const words = { answer: 'refused', note: 'It was so that day', statement: 'We do not agree.' }
    story.must(await answer(refused, words))
    const file = await lookFile.see(story.being('leila'), { studentId })
    expect(file.lines).toEqual(before)
    expect(file.lines.map(({ says }) => says)).toContain('Quiet for two weeks')
    expect(file.beside.map(({ note, statement }) => [note, statement])).toEqual(
      expect.arrayContaining([
        ['She was tired after practice.', null],
        ['It was so that day', 'We do not agree.'],
      ]),
    )
    // The agency told of a first visit: that is in its own record, and nowhere on this paper.
    const { rows } = await story.admin.query(
      `select status from referral_status where source = 'partner' and student_id = '${studentId}'`,
    )
    expect(rows.map(({ status }) => status)).toContain('first_appointment_completed')
    expect(JSON.stringify(file)).not.toContain('first_appointment')
    expect(new Set(file.lines.map(({ kind }) => kind))).toEqual(new Set(['concern', 'decision', 'referral']))
    expect((await story.trailOf(`kind = 'print' and name = 'records/file'`, [])).length).toBeGreaterThan(1)
  })
})

describe('A hold on records', () => {
  test('ends when a second person says so, and not before [R153]', async () => {
    const { being, must } = story
    const { holdId } = must(await placeHold.perform(being('leila'), { studentId, reason: 'Case 7' }))
    const about = { studentId, holdId }
    expect(await liftHold.perform(being('yolanda'), about)).toEqual({
      done: false,
      because: ['nobody_asked'],
    })
    must(await askLifting.perform(being('leila'), about))
    expect(await liftHold.perform(being('leila'), about)).toEqual({ done: false, because: ['same_person'] })
    must(await liftHold.perform(being('yolanda'), about))
    expect(obstaclesToLifting({ lifted: true, asked: true, isAsker: false })).toEqual(['already_lifted'])
    const { holds } = await lookRecords.see(being('yolanda'), { studentId })
    expect(holds?.[0]).toMatchObject({ reason: 'Case 7', liftedByName: 'Yolanda Price' })
    expect((await lookRecords.see(being('lucia'), { studentId })).holds).toBeUndefined()
  })

  test('wins over the schedule, of which the latest rule in force counts; nothing is removed [R153]', async () => {
    const { being, must, admin } = story
    const rule = { recordClass: 'concern', source: 'A law', inForceFrom: '2026-09-01' }
    must(await addRetentionRule.perform(being('leila'), { ...rule, years: '5' }))
    const due = async () =>
      (await lookRetention.see(being('leila'), {})).due.find(({ recordClass }) => recordClass === 'concern')
    expect(await due()).toEqual({ recordClass: 'concern', due: 0, held: 0, students: 0 })
    await admin.query(
      `begin; set local session_replication_role = replica;
       update student set left_on = '2021-06-10' where id = '${studentId}'; commit`,
    )
    const count = async () =>
      (await admin.query(`select from concern where student_id = '${studentId}'`)).rowCount
    const all = await count()
    expect(await due()).toEqual({ recordClass: 'concern', due: all, held: 0, students: 1 })
    must(await placeHold.perform(being('leila'), { studentId, reason: 'Case 8' }))
    expect(await due()).toEqual({ recordClass: 'concern', due: 0, held: all, students: 0 })
    must(await addRetentionRule.perform(being('leila'), { ...rule, years: '7', inForceFrom: '2026-10-01' }))
    expect(await due()).toEqual({ recordClass: 'concern', due: 0, held: 0, students: 0 })
    expect(await count()).toBe(all)
    expect(all).toBeGreaterThan(0)
  })
})
