import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicActor, systemActor } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { requestFurtherReferral } from '#referrals/request-further-referral.ts'
import { withdrawSignOff } from '#partnership/withdraw-sign-off.ts'
import { idOf } from '#tests/riverside/ids.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { insertRows, traceSetting } from '#tests/riverside/rows.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { acknowledgeNotice } from './acknowledge-notice.ts'
import { lookToday } from './look-today.ts'
import { newsOf, placeOf } from './notices.ts'

let story: AgencyStory
let referralId: string
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-06T16:00:00Z' })
  await story.decide('kayla')
  await story.sent('mateo')
  referralId = (await story.accepted('sofia')).referralId
  await story.book(referralId, { lateReason: 'work_schedule' })
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const today = (key: Parameters<AgencyStory['being']>[0], position = 0) =>
  lookToday.see(story.being(key, position), {})
const owed = async (key: Parameters<AgencyStory['being']>[0], position = 0) => {
  const { groups } = await today(key, position)
  return Object.entries(groups).flatMap(([group, rows]) => rows.map((row) => `${group}: ${row.studentName}`))
}

describe('Today', () => {
  test('a navigator reads what is owed, an unfinished handoff too, and calls an agency only once its time has passed', async () => {
    const late = ['late: Kayla Simmons', 'late: Sofia Delgado', 'late: Mateo Rivas']
    // The last is the reminder of a visit on Thursday.
    expect(await owed('maya')).toEqual([...late, 'week: Sofia Delgado'])
    const { waiting } = await today('maya')
    expect(waiting.map(({ studentName }) => studentName)).toEqual(['Sofia Delgado'])
  })

  test('nobody reads another person’s promises', async () => {
    expect(await owed('jonah')).toEqual([])
    expect((await today('jonah')).waiting).toEqual([])
  })

  test('a safety signal waits for the leads, and for nobody else', async () => {
    story.must(await postSignal.perform(story.noor(), { referralId, signal: 'call_today' }))
    expect(await owed('ruth')).toEqual(['today: Sofia Delgado'])
    expect(await owed('samuel')).toEqual(['today: Sofia Delgado'])
    expect(await owed('daniel')).not.toContain('today: Sofia Delgado')
  })

  test('a crisis that was told to somebody is owed by them, whatever their role, and is no news', async () => {
    const about = { studentId: families.theo.id }
    const { incidentId } = story.must(await startIncident.perform(story.being('daniel'), about))
    // Ruth is told once; she reads Today as designated lead and as crisis lead.
    for (const position of [0, 1]) {
      const seen = await today('ruth', position)
      const rows = Object.values(seen.groups).flat()
      expect(rows.map((row) => 'kind' in row && row.kind)).toContain('alert')
      expect(seen.notices.map(({ code }) => code)).not.toContain('crisis.told')
    }
    expect(JSON.stringify(await today('daniel'))).not.toContain(incidentId)
    story.must(await acknowledgeAlert.perform(story.being('ruth'), { incidentId }))
    expect(JSON.stringify((await today('ruth')).groups)).not.toContain(incidentId)
  })

  test('what an agency asks for reaches the navigator who owns the referral', async () => {
    story.must(await requestFurtherReferral.perform(story.being('tomas'), { referralId }))
    expect(await owed('maya')).toContain('week: Sofia Delgado')
    expect(await owed('grace')).toEqual([])
  })

  test('an agency reads what it owes, due when the school waits for it, and nothing of the school’s work', async () => {
    const seen = await today('noor')
    expect(seen.inbox).toBe(true)
    expect(seen.waiting).toEqual([])
    const mateo = await story.rows(
      'select next_due_at from referral where student_id = $1',
      families.mateo.id,
    )
    expect(Object.values(seen.groups).flat()).toMatchObject([
      { of: 'agency', kind: 'receipt', studentName: 'Mateo Rivas', dueAt: mateo[0]?.next_due_at },
    ])
    expect(seen.counts).toMatchObject({ late: 1, today: 0 })
    story.clock.set('2026-10-16T20:30:00Z')
    const kinds = Object.values((await today('tomas')).groups).flat()
    expect(kinds.map((row) => 'kind' in row && row.kind)).toEqual(['receipt', 'result'])
    story.clock.set('2026-10-13T20:30:00Z')
    expect(Object.values((await today('farah')).groups).flat()).toEqual([])
  })

  test('a teacher sees no referral', async () => {
    expect(await owed('joan')).toEqual([])
  })
})

describe('a notice', () => {
  test('is read by whom it was made for, once, and by nobody else', async () => {
    const id = '019f0000-0000-7000-8000-0000000000aa'
    await story.db.transaction({ districtId: story.districtId, side: 'system' }, async (tx) => {
      const about = { subject_type: 'referral', subject_id: referralId, made_at: '2026-10-13T20:00:00Z' }
      await insertRows(tx, 'notice', [
        { district_id: story.districtId, id, person_id: cast.maya.id, kind: 'sharing_stopped', ...about },
      ])
      await traceSetting(tx, { at: story.clock.now(), type: 'referral', ids: [referralId] })
    })
    expect((await today('maya')).notices.map((notice) => notice.id)).toContain(id)
    const notFound = new Problem('not_found')
    for (const noticeId of [id, newId()])
      await expect(acknowledgeNotice.perform(story.being('daniel'), { noticeId })).rejects.toThrow(notFound)
    for (const actor of [publicActor(story.districtId, schools.alderCreek.id), systemActor(story.districtId)])
      await expect(acknowledgeNotice.perform(story.as(actor), { noticeId: id })).rejects.toThrow(
        new Problem('not_allowed'),
      )
    story.must(await acknowledgeNotice.perform(story.being('maya'), { noticeId: id }))
    expect((await today('maya')).notices.map((notice) => notice.id)).not.toContain(id)
  })
})

test('a navigator reads that nothing may be sent to an agency, with the way to what is missing [R029]', async () => {
  const { cedarStreet } = partners
  const signOffId = idOf(`sign-off/${cedarStreet.id}`)
  story.must(await withdrawSignOff.perform(story.being('leila'), { signOffId }))
  const notice = (await today('maya')).notices.find(({ code }) => code === 'gate_closed')
  expect(newsOf(notice?.code ?? '')).toContain('Nothing may be sent')
  expect(placeOf(notice?.subjectType ?? '', notice?.aboutId ?? '')).toBe(`/partners/${cedarStreet.id}`)
  expect(await owed('maya')).toEqual(expect.arrayContaining([expect.stringContaining('Mateo')]))
})

test('the look is on record with every student it showed', async () => {
  await today('maya')
  const { rows } = await story.admin.query<{ student_ids: string[] }>(
    "select student_ids from audit_event where name = 'coordination/today' and person_id = $1 order by at desc, id desc limit 1",
    [cast.maya.id],
  )
  expect(rows[0]?.student_ids).toEqual(
    expect.arrayContaining([families.kayla.id, families.mateo.id, families.sofia.id]),
  )
})
