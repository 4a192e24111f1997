import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { lookReaders } from '#coordination/look-readers.ts'
import { lookToday } from '#coordination/look-today.ts'
import { lookUnusual } from '#coordination/look-unusual.ts'
import { lookShared } from '#family/look-shared.ts'
import { lookSearch } from '#people/look-search.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { lookTrackerFile } from '#referrals/look-tracker-file.ts'
import { scopeOf } from '#access/actor.ts'
import { look } from '#access/look.ts'
import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { type AgencyStory, agencyStory } from '../support/agency-story.ts'
import { z } from 'zod'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await story.sent('mateo')
})
afterAll(() => story.close())

const { id: studentId } = families.mateo
const readers = async () => (await lookReaders.see(story.being('leila'), { studentId })).readers
const readerCalled = async (name: string) => (await readers()).find(({ personName }) => personName === name)
const takes = () => lookTrackerFile.see(story.being('ruth'), {})
/** What no act of these stories makes. */
const arrange = (text: string) =>
  story.admin.query(`begin; set local session_replication_role = replica; ${text}; commit`)
/** What is asked of the trail about a student, as somebody. */
const listings = (key: CastKey, about: string, blockedIds: string[] = []) => {
  const { actor } = story.being(key)
  return story.db.transaction({ ...scopeOf(actor), blockedIds }, async ({ connection }) => {
    const { rows } = await connection.query(`select * from house.listings_of($1, '-infinity')`, [about])
    return rows
  })
}

describe('A list with a student in it', () => {
  test('that leaves the house stands in the accounting of each of them: who took it, what for, which fields [R135]', async () => {
    await takes()
    const { read, opened } = await lookAccounting.see(story.being('leila'), { studentId, whole: 'yes' })
    expect(read).toContainEqual(
      expect.objectContaining({
        kind: 'export',
        byName: 'Ruth Halvorsen',
        byRole: 'designated_lead',
        purpose: 'coordination',
        items: ['tracker', 'number', 'student', 'grade', 'school', 'navigator', 'agency', 'owed', 'due'],
      }),
    )
    expect(opened).toContainEqual(expect.objectContaining({ kind: 'export', personName: 'Ruth Halvorsen' }))
    expect(await readerCalled('Ruth Halvorsen')).toMatchObject({ times: 1 })
  })

  test('and leaves the house is read of by the family, by role and never by name', async () => {
    const { taken } = await lookShared.see(story.being('elena'), {})
    expect(taken).toMatchObject([{ role: 'designated_lead', times: 1 }])
  })

  test('is asked about once, however long it is, where whoever took it has no task with them', async () => {
    const { unusual } = await lookUnusual.see(story.being('leila'), {})
    const hers = unusual.filter(({ personName }) => personName === 'Ruth Halvorsen')
    expect(hers).toMatchObject([{ student: null, why: ['took_a_list'], times: 1 }])
  })

  test('is counted among who looked at the student, at school and at the agency', async () => {
    expect((await readerCalled('Maya Okafor'))?.inLists).toBeUndefined()
    await lookTracker.see(story.being('maya'), {})
    await lookTracker.see(story.being('maya'), {})
    await lookInbox.see(story.noor(), {})
    expect(await readerCalled('Maya Okafor')).toMatchObject({ times: 0, inLists: 2 })
    expect(await readerCalled('Noor Aziz')).toMatchObject({ inLists: 1 })
    const { listed } = await lookAccounting.see(story.being('leila'), { studentId, whole: 'yes' })
    expect(listed).toContainEqual(
      expect.objectContaining({ name: 'referrals/inbox', personName: 'Noor Aziz', times: 1 }),
    )
    const { outside } = await lookShared.see(story.being('elena'), {})
    expect(outside).toMatchObject([{ office: 'Cedar Street Family Clinic', times: 0, inLists: 1 }])
  })

  test('of a search is a look at the student where it shows nobody else', async () => {
    for (const day of ['14', '15', '16']) {
      story.clock.set(`2026-10-${day}T20:30:00Z`)
      await lookSearch.see(story.being('ines'), { q: 'mateo rivas' })
    }
    const { unusual } = await lookUnusual.see(story.being('leila'), {})
    expect(unusual).toContainEqual(
      expect.objectContaining({ personName: 'Ines Duarte', why: ['again_and_again'], times: 3 }),
    )
  })

  test('tells a caregiver nothing of what the student agreed to alone, taken along or met at the agency', async () => {
    const before = await lookShared.see(story.being('elena'), {})
    await arrange(`update consent set family_sees = 'student'; update disclosure set family_sees = 'student'`)
    await takes()
    await lookInbox.see(story.noor(), {})
    const after = await lookShared.see(story.being('elena'), {})
    expect(after.taken).toEqual(before.taken)
    expect(after.outside).toEqual([])
    expect(before.outside).not.toEqual([])
    const theirs = await story.rows(
      `select family_sees from disclosure_reading where kind = 'export' and student_id = $1 order by id`,
      studentId,
    )
    expect(theirs).toEqual([{ family_sees: 'family' }, { family_sees: 'student' }])
    await arrange(`update consent set family_sees = 'family'; update disclosure set family_sees = 'family'`)
  })

  test('is not told to an agency, to another family, nor to whoever is kept from the student', async () => {
    expect(await listings('leila', studentId)).not.toEqual([])
    expect(await listings('leila', studentId, [studentId])).toEqual([])
    expect((await listings('elena', studentId)).map(({ role, person_id }) => [role, person_id])).toEqual([
      ['partner_intake', null],
    ])
    await expect(listings('elena', families.sofia.id)).rejects.toMatchObject({ code: '28000' })
    await expect(listings('noor', studentId)).rejects.toMatchObject({ code: '28000' })
  })

  test('at an agency stands in the accounting with what it showed, once for each person and day [R135]', async () => {
    const rows = () =>
      story.rows(
        `select kind, items, read_as, family_sees, consent_id is not null as "onConsent" from disclosure_reading
         where student_id = $1 and kind = 'portal_list' and at >= '2026-10-19' order by id`,
        studentId,
      )
    story.clock.set('2026-10-19T20:30:00Z')
    for (const _ of [1, 2]) {
      await lookInbox.see(story.noor(), {})
      await lookToday.see(story.noor(), {})
    }
    expect(await rows()).toEqual([
      {
        kind: 'portal_list',
        items: ['identity', 'reason', 'urgency'],
        read_as: 'partner_intake',
        family_sees: 'family',
        onConsent: true,
      },
    ])
    await lookToday.see(story.being('tomas'), {})
    expect(await rows()).toHaveLength(2)
    const { read } = await lookAccounting.see(story.being('leila'), {
      studentId,
      whole: 'yes',
      to: 'caregiver',
    })
    expect(read).toContainEqual(
      expect.objectContaining({
        kind: 'portal_list',
        partnerName: 'Cedar Street Family Clinic',
        byName: 'Tomas Lindqvist',
        items: ['identity', 'urgency'],
        wordingVersion: expect.any(String),
      }),
    )
  })

  test('never leaves the house without saying which records are in it', async () => {
    const silent = look({
      name: 'planted/list',
      by: ['designated_lead'],
      given: z.object({}),
      shows: { for: 'coordination', whole: ['identity'] },
      see(view) {
        view.permit(true)
        view.saw({ type: 'planted', id: null, studentIds: [studentId] }, { kind: 'export' })
        return Promise.resolve({})
      },
    })
    await expect(silent.see(story.being('ruth'), {})).rejects.toThrow('did not say which records')
  })
})
