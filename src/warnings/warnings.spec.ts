import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { triageQueue } from '#concerns/triage-queue.ts'
import { Problem } from '#platform/problem.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { EventFile, FileRefused, readEventFile } from './event-file.ts'
import { enterEvent } from './enter-event.ts'
import { importEvents } from './import-events.ts'
import { lookDays } from './look-days.ts'
import { lookImports } from './look-imports.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
})
afterAll(() => story.close())

const fileOf = (text: string) => readEventFile(new TextEncoder().encode(text))
const take = async (text: string) => {
  const outcome = await importEvents.perform(story.being('ben'), { file: [fileOf(text)] })
  return story.must(outcome)
}
const named = (key: FamilyKey) => `S-${families[key].localId}`
const absences = (key: FamilyKey, days: readonly string[], status = 'whole_day') =>
  `student,date,status\n${days.map((day) => `${named(key)},${day},${status}`).join('\n')}\n`
const incidents = (key: FamilyKey, days: readonly string[]) =>
  `incident,student,date,kind\n${days.map((day, at) => `${key}-${at},${named(key)},${day},conflict`).join('\n')}\n`
const concernsOf = async (key: FamilyKey) =>
  story.rows(
    `select c.source, c.state, w.level, w.evidence_on::text[] as evidence from concern c
     join early_warning w on w.concern_id = c.id where c.student_id = $1 order by w.made_at, w.id`,
    families[key].id,
  )
const needOf = async (referralId: string) => {
  const text = `select f.high_need as high, h.high_need_criteria as criteria
    from referral f join handoff h on h.referral_id = f.id where f.id = $1`
  return (await story.rows(text, referralId))[0]
}
const demo = (is: boolean) =>
  story.admin.query(
    `begin; set local session_replication_role = replica; update district set demo = ${is}; commit`,
  )
const days = { kayla: ['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12'] }

describe('Days missed', () => {
  test('over the limit raise one concern in triage, and the same file again raises none [R002]', async () => {
    expect(await take(absences('kayla', days.kayla.slice(1)))).toMatchObject({ added: 3, raised: 0 })
    expect(await take(absences('kayla', days.kayla))).toMatchObject({ added: 1, raised: 1 })
    const raised = [{ source: 'attendance', state: 'submitted', level: 'absences', evidence: days.kayla }]
    expect(await concernsOf('kayla')).toEqual(raised)
    expect(await take(absences('kayla', days.kayla))).toMatchObject({ added: 0, changed: 0, raised: 0 })
    expect(await concernsOf('kayla')).toEqual(raised)
    const { concerns } = await triageQueue.see(story.being('daniel'), {})
    expect(concerns.map(({ source, studentName }) => `${source} ${studentName}`)).toContain(
      'attendance Kayla Simmons',
    )
  })

  test('of a large share of the year are the chronic level, said instead of the lower one [R002]', async () => {
    const many = ['08', '09', '10', '11', '14', '15', '16', '17'].map((day) => `2026-09-${day}`)
    expect(await take(absences('theo', many))).toMatchObject({ raised: 1 })
    expect(await concernsOf('theo')).toEqual([
      { source: 'attendance', state: 'submitted', level: 'chronic_absence', evidence: many },
    ])
  })

  test('that were wrong are taken back, and count no more', async () => {
    const three = ['2026-10-06', '2026-10-07', '2026-10-08']
    await take(absences('lena', three))
    expect(await take(absences('lena', three.slice(0, 1), 'present'))).toMatchObject({ changed: 1 })
    expect(await take(absences('lena', ['2026-10-09']))).toMatchObject({ raised: 0 })
    const seen = await lookDays.see(story.being('daniel'), { studentId: families.lena.id })
    expect(seen).toMatchObject({ missed: 3, warnings: [] })
  })
})

describe('Incidents of behavior', () => {
  const three = ['2026-10-01', '2026-10-07', '2026-10-13']

  test('up to the limit raise a concern, and high need follows with its criterion for a referral under way [R003]', async () => {
    const { referralId } = await story.accepted('mateo')
    const need = () => needOf(referralId)
    expect(await need()).toEqual({ high: false, criteria: [] })
    const studentId = families.mateo.id
    for (const [at, startsOn] of three.entries()) {
      const entered = { studentId, kind: 'incident', code: 'conflict', startsOn }
      const { raised } = story.must(await enterEvent.perform(story.being('daniel'), entered))
      expect(raised).toBe(at === 2 ? 1 : 0)
    }
    expect(await concernsOf('mateo')).toMatchObject([
      { source: 'behavior', level: 'incidents', evidence: three },
    ])
    expect(await need()).toEqual({ high: true, criteria: ['repeated_incidents'] })
  })

  test('are known when a referral opens after them [R003]', async () => {
    await take(incidents('ruben', three))
    const referralId = await story.decide('ruben')
    expect(await needOf(referralId)).toEqual({ high: true, criteria: ['repeated_incidents'] })
  })
})

describe('A file', () => {
  test('with a line amiss changes nothing and says which; one about nobody here is counted and left [R368]', async () => {
    const amiss = fileOf('student,date,status\nx,2026-13-01,whole_day\n')
    expect(amiss).toBeInstanceOf(FileRefused)
    const refused = importEvents.perform(story.being('ben'), { file: [amiss] })
    await expect(refused).rejects.toMatchObject({
      code: 'not_valid',
      because: [{ says: expect.stringMatching(/Line 2/) }],
    })
    await take('student,date,status,homeroom\nnobody-here,2026-10-12,whole_day,12\n')
    const { imports } = await lookImports.see(story.being('ben'), {})
    expect(imports[0]).toMatchObject({ kind: 'absence', added: 0, unknown: 1, ignored: ['homeroom'] })
    expect(
      imports.some(({ added, changed, same }) => added === 0 && changed === 0 && same === 4),
      'the file again',
    ).toBe(true)
  })

  test('of exclusions is kept with its days, and is nobody’s to take in but who keeps the roster', async () => {
    const text = `exclusion,student,from,until,kind\nE1,${named('owen')},2026-10-12,2026-10-13,out_of_school_suspension\n`
    await take(text)
    const seen = await lookDays.see(story.being('daniel'), { studentId: families.owen.id })
    expect(seen.events).toMatchObject([{ kind: 'exclusion', startsOn: '2026-10-12', endsOn: '2026-10-13' }])
    const file = [fileOf(text)]
    expect(file[0]).toBeInstanceOf(EventFile)
    await expect(importEvents.perform(story.being('daniel'), { file })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    const away = lookDays.see(story.being('priya'), { studentId: families.owen.id })
    await expect(away).rejects.toThrow(new Problem('not_found'))
  })

  test('raises nothing by a sample nobody approved, where a school works with real students', async () => {
    await demo(false)
    expect(await take(incidents('amina', ['2026-10-05', '2026-10-06', '2026-10-07']))).toMatchObject({
      raised: 0,
    })
    await demo(true)
    expect(await take(incidents('amina', ['2026-10-05', '2026-10-06', '2026-10-08']))).toMatchObject({
      raised: 1,
    })
  })

  test('that names another student leaves both in the trail, and what was said before stays readable', async () => {
    const line = (key: FamilyKey) => `incident,student,date,kind\nI-9,${named(key)},2026-10-12,conflict\n`
    await take(line('tessa'))
    const { importIds } = await take(line('owen'))
    const { rows } = await story.admin.query<{ ids: string[] }>(
      `select student_ids::text[] as ids from audit_event where subject_id = $1`,
      importIds,
    )
    expect(rows[0]?.ids.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [families.owen.id, families.tessa.id].toSorted((a, b) => a.localeCompare(b)),
    )
    const kept = `select student_id = $1 as owens, replaced_at is null as counts from school_event where source_id = 'I-9' order by id`
    expect((await story.admin.query(kept, [families.owen.id])).rows).toEqual([
      { owens: false, counts: false },
      { owens: true, counts: true },
    ])
    const write = `set local role throughline_app; update school_event set code = 'other'`
    await expect(story.admin.query(`begin; ${write}`)).rejects.toThrow(/permission denied/)
    await story.admin.query('rollback')
  })

  test('two at once leave each event once', async () => {
    const text = incidents('hana', ['2026-10-05', '2026-10-06'])
    const both = await Promise.all([take(text), take(text)])
    expect(both.map(({ added }) => String(added)).toSorted()).toEqual(['0', '2'])
  })
})
