import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedConcerns } from '#concerns/closed-concerns.ts'
import { lookWorklist } from '#consent/look-worklist.ts'
import { lookLost } from '#coordination/look-lost.ts'
import { lookStudent } from '#coordination/look-student.ts'
import { lookToday } from '#coordination/look-today.ts'
import { lookRoster, lookRosters } from '#people/look-rosters.ts'
import { lookPartner } from '#partnership/look-partner.ts'
import { recordedSteps } from '#partnership/onboarding.ts'
import { lookSameWeek } from '#referrals/look-same-week.ts'
import { families } from '../families.ts'
import { partners } from '../places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tuesday } from '#tests/support/world.ts'
import { tellStories } from './tell.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

test('every story is told by the acts people do, and leaves open work, closed loops and choices', async () => {
  await tellStories(world.db, { now: new Date(tuesday), onProgress: () => undefined })
  const { rows } = await world.admin.query<{ state: string }>('select distinct state from referral')
  expect(rows.map(({ state }) => state)).toEqual(
    expect.arrayContaining([
      'handoff_open',
      'sent',
      'accepted',
      'scheduled',
      'not_accepted',
      'in_service',
      'withdrawn',
      'redirected',
      'closed',
    ]),
  )
}, 120_000)

/** What is kept beside a record must be what the record says, and something must be kept. */
async function keptAsWritten(kept: string) {
  const { rows } = await world.admin.query<{ differing: number; known: number }>(kept)
  const [{ differing, known } = { differing: -1, known: 0 }] = rows
  expect(differing).toBe(0)
  expect(known).toBeGreaterThan(5)
}
const keptOnReferral = `
  select count(*) filter (where (f.concern_received_at, f.concern_due_at) is distinct from (n.received_at, n.due_at))::int
    as differing, count(f.concern_received_at)::int as known
  from referral f left join triage_decision t on t.id = f.decision_id left join concern n on n.id = t.concern_id`
const keptOnConsent = `
  select count(*) filter (where (c.discloses, c.tells_back) is distinct from (d.answer, b.answer))::int as differing,
    count(c.discloses)::int as known
  from consent c
  left join consent_answer d on d.consent_id = c.id and d.scope = 'referral_disclosure'
  left join consent_answer b on b.consent_id = c.id and b.scope = 'status_feedback'`

test('what lists keep of concerns and answers is what was written, and a wrong copy would be found', async () => {
  await keptAsWritten(keptOnReferral)
  await keptAsWritten(keptOnConsent)
  await world.admin.query('begin; set local session_replication_role = replica')
  await world.admin.query('update consent set discloses = not discloses')
  await world.admin.query(`update referral set concern_due_at = concern_due_at + interval '1 minute'`)
  await expect(keptAsWritten(keptOnReferral)).rejects.toThrow()
  await expect(keptAsWritten(keptOnConsent)).rejects.toThrow()
  await world.admin.query('rollback')
})

test('the look of the night finds an owner, a clock and a list for everything that is open', async () => {
  const { last, findings } = await lookLost.see(world.being('yolanda'), {})
  expect(last?.open).toBeGreaterThan(30)
  expect(findings).toEqual([])
})

test('two students have all that is asked for or measures over time, and a week that was kept', async () => {
  const gapsOf = async (key: 'sofia' | 'hana') => {
    const { full } = await lookStudent.see(world.being('daniel'), { studentId: families[key].id })
    return { missing: full?.gaps.map(({ question }) => question), measures: full?.measures ?? [] }
  }
  const sofia = await gapsOf('sofia')
  expect(sofia.missing).toEqual([])
  expect(sofia.measures.map(({ baseline }) => baseline)).toContain('5 of the last 20 days missed')
  expect((await gapsOf('hana')).measures).toHaveLength(3)
  const { rows } = await world.admin.query(
    `select count(*)::int as values from agreed_measure where student_id = $1 and measure = 'attendance'`,
    [families.hana.id],
  )
  expect(rows).toEqual([{ values: 2 }])

  const { schools } = await lookSameWeek.see(world.being('yolanda'), {})
  const kept = Object.fromEntries(schools.map(({ name, kept: held }) => [name, held]))
  expect(kept).toMatchObject({
    'Alder Creek Middle School': 1,
    'Larkspur Elementary School': 1,
    'Harlow High School': 1,
  })
})

test('consent stands in each of its states, so that each worklist has something true to show', async () => {
  const { counts } = await lookWorklist.see(world.being('leila'), {})
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
})

test('the closed concerns say who closed one, and why', async () => {
  const { concerns } = await closedConcerns.see(world.being('daniel'), {})
  expect(concerns).toMatchObject([{ studentName: 'Ada Lind' }])
})

test('the page of rosters shows the file that came in: who was known, who is new, and the line left out [R368]', async () => {
  const { imports } = await lookRosters.see(world.being('ben'), {})
  expect(imports).toMatchObject([{ fileName: 'riverside-2026-27.zip', state: 'applied' }])
  const known = Object.keys(families).length
  const { summary } = await lookRoster.see(world.being('ben'), { importId: imports[0]?.id })
  expect(summary).toMatchObject({
    counts: {
      schools: { added: 0, changed: 0, closed: 0 },
      students: { added: 3, changed: 0, left: 0, same: known },
      enrolments: { added: 3, changed: 0, ended: 0 },
      caregivers: { added: 0, changed: 0 },
    },
    refused: { total: 1, listed: [{ file: 'enrollments.csv', reason: 'class_not_found' }] },
  })
  const { rows } = await world.admin.query('select name from audit_event where name = $1', ['roster.applied'])
  expect(rows).toHaveLength(1)
})

test('every agency has somebody who answers for it, the steps it came on board by, and a number in a crisis', async () => {
  for (const { id: partnerId } of Object.values(partners)) {
    const { partner } = await lookPartner.see(world.being('yolanda'), { partnerId })
    expect(partner.relationshipOwner).not.toBeNull()
    expect(partner.crisisPhone).toMatch(/^555-/)
    const { rows } = await world.admin.query('select step from onboarding_step where partner_id = $1', [
      partnerId,
    ])
    expect(rows.map(({ step }) => step)).toEqual(expect.arrayContaining([...recordedSteps]))
  }
})

test('families were reminded of visits: at once, at the second try, and two that are owed now', async () => {
  const { rows } = await world.admin.query<{ student: string; tries: string[] }>(
    `select m.student_id as student, array_agg(coalesce(t.reply, t.outcome) order by t.happened_at) as tries
     from reminder_attempt t join appointment_reminder m on m.id = t.reminder_id group by m.student_id`,
  )
  const triesOf = Object.fromEntries(rows.map(({ student, tries }) => [student, tries]))
  expect(triesOf).toEqual({
    [families.nadia.id]: ['confirmed'],
    [families.theo.id]: ['no_reply'],
    [families.hana.id]: ['not_delivered', 'confirmed'],
  })
  const { groups } = await lookToday.see(world.being('maya'), {})
  const owed = Object.values(groups).flatMap((group) =>
    group.filter((row) => row.of === 'thing' && row.kind === 'reminder'),
  )
  expect(owed.map(({ studentName }) => studentName)).toEqual(['Sofia Delgado', 'Ivy Tran'])
})

/** What stands after a story, as one word each. */
const standing = `
  select 'a signal that was taken up' as what from safety_signal where acknowledged_at is not null
  union all select 'a further referral that is asked for' from further_request where answer is null
  union all select 'a departure that was agreed to' from triage_decision where review_answer = 'agree'
  union all select 'a request of a student that was taken up' from concern
    where source = 'student' and acknowledged_at is not null
  union all select 'a support: ' || state from brief_support
  union all select 'a return: ' || state from return_plan
  union all select 'a sheet for a teacher' from return_sheet
  union all select 'a rating' from handoff_rating`

test('agencies and families are heard, and what a school does without an agency comes to its end', async () => {
  const { rows } = await world.admin.query<{ what: string }>(standing)
  expect(rows.map(({ what }) => what).toSorted()).toEqual([
    'a departure that was agreed to',
    'a further referral that is asked for',
    'a rating',
    'a request of a student that was taken up',
    'a return: returned',
    'a sheet for a teacher',
    'a signal that was taken up',
    'a support: active',
    'a support: active',
    'a support: met',
  ])
})
