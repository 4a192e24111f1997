import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'
import { logSchoolVisit } from './log-school-visit.ts'
import { lookSchoolVisits } from './look-school-visits.ts'
import { obstaclesToLogging } from './school-visit.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
  await agreeOnEveryItem(story)
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const yes = { ...everything, academic_observations: 'yes' } as const
const given = { purpose: 'observe_class', visitedOn: '2026-10-14' }
const log = (
  family: FamilyKey,
  referralId: string,
  { by = 'maya', ...change }: { by?: CastKey; purpose?: string; visitedOn?: string } = {},
) =>
  logSchoolVisit.perform(story.being(by), { studentId: families[family].id, referralId, ...given, ...change })
const refusedFor = (...because: string[]) => ({ done: false, because })
const page = (who: CastKey, family: FamilyKey, after = '') =>
  pages.get(who, `/students/${families[family].id}${after}`)

describe('An agency comes to school for a student', () => {
  test('it is logged with the day, what for and the yes it rests on, and stands on the timeline of those who may [R039]', async () => {
    const { referralId } = await story.accepted('sofia', yes)
    story.must(await log('sofia', referralId))
    story.must(await log('sofia', referralId, { by: 'daniel', purpose: 'meet_teachers' }))
    const [row] = await story.rows(
      `select v.purpose, v.visited_on::text, a.scope, a.answer from school_visit v
       join consent_answer a on a.consent_id = v.consent_id and a.scope = 'academic_observations'
       where v.referral_id = $1 order by v.logged_at, v.id`,
      referralId,
    )
    expect(row).toEqual({
      purpose: 'observe_class',
      visited_on: '2026-10-14',
      scope: 'academic_observations',
      answer: true,
    })
    const { html } = await page('maya', 'sofia', '/school-visits')
    for (const said of [
      'Observed the student in class',
      'Met teachers about the student',
      'Cedar Street',
      'The yes of',
    ])
      expect(html, said).toContain(said)
    const told = 'An agency came to the school for the student'
    for (const who of ['maya', 'daniel', 'ines'] as const)
      expect((await page(who, 'sofia')).html, who).toContain(told)
    // Of another school, a teacher, and the agency: no timeline at all.
    for (const who of ['priya', 'joan', 'noor'] as const) {
      expect((await page(who, 'sofia')).html, who).not.toContain(told)
      expect([403, 404], who).toContain((await page(who, 'sofia', '/school-visits')).status)
    }
  })

  test('it stands in the accounting as something the agency learned on that yes, and in the trail', async () => {
    const { referralId } = await story.accepted('hana', yes)
    const { schoolVisitId } = story.must(await log('hana', referralId))
    const disclosed = await story.rows(
      `select d.items, d.direction, d.consent_id = v.consent_id as same from disclosure d
       join school_visit v on v.referral_id = d.referral_id
       where d.referral_id = $1 and d.items = array['academic_observations']`,
      referralId,
    )
    expect(disclosed).toEqual([{ items: ['academic_observations'], direction: 'to_partner', same: true }])
    const [trace] = await story.trailOf(`name = 'school_visit.logged' and subject_id = $1`, [referralId])
    expect(trace?.detail).toMatchObject({ schoolVisitId, purpose: 'observe_class' })
  })

  test('without that yes it is refused, whatever else the family agreed to, and nothing is kept [R039]', async () => {
    const { referralId } = await story.accepted('theo', { ...everything, academic_observations: 'no' })
    expect(await log('theo', referralId)).toEqual(refusedFor('not_shared'))
    const silent = await story.accepted('mateo')
    expect(await log('mateo', silent.referralId)).toEqual(refusedFor('not_shared'))
    expect(await story.rows('select 1 from school_visit where referral_id = $1', referralId)).toEqual([])
  })

  test('it rests on what held on its day: neither before the yes, nor after it was taken back', async () => {
    const { referralId, consentIds } = await story.accepted('diego', yes)
    expect(await log('diego', referralId, { visitedOn: '2026-10-13' })).toEqual(refusedFor('not_shared'))
    expect(await log('diego', referralId, { visitedOn: '2026-10-15' })).toEqual(refusedFor('not_yet'))
    for (const consentId of consentIds) {
      const revoked = { consentId, channel: 'phone', askedBy: 'The mother' }
      story.must(await revokeConsent.perform(story.being('maya'), revoked))
    }
    expect(await log('diego', referralId)).toMatchObject({ done: false })
  })

  test('it needs an agreement that lets the agency know, and is logged once', () => {
    const known = { today: '2026-10-14', shared: true, agreed: true, visits: [] }
    const visit = { referralId: 'one', purpose: 'meet_care_team', visitedOn: '2026-10-14' } as const
    expect(obstaclesToLogging(visit, known)).toEqual([])
    expect(obstaclesToLogging(visit, { ...known, agreed: false })).toEqual(['not_agreed'])
    expect(obstaclesToLogging(visit, { ...known, visits: [visit] })).toEqual(['logged_already'])
  })

  test('nobody logs one at a school they do not cover', async () => {
    const { referralId } = await story.accepted('ruben', yes)
    await expect(log('ruben', referralId, { by: 'priya' })).rejects.toBeInstanceOf(Problem)
    await expect(log('ruben', referralId, { by: 'joan' })).rejects.toEqual(new Problem('not_allowed'))
    await expect(
      lookSchoolVisits.see(story.being('priya'), { studentId: families.ruben.id }),
    ).rejects.toBeInstanceOf(Problem)
  })

  test('when the yes was given is not there for whoever may not know of consents', async () => {
    const { referralId } = await story.accepted('ada', yes)
    story.must(await log('ada', referralId))
    const seen = async () =>
      (await lookSchoolVisits.see(story.being('maya'), { studentId: families.ada.id })).visits[0]
    expect((await seen())?.agreedAt).toBeInstanceOf(Date)
    const cells = { navigator: { consent: { for: [], because: 'Closed here' } } }
    await story.admin.query(`begin; set local session_replication_role = replica;
      update standard set body = '${JSON.stringify({ cells })}' where kind = 'minimum_necessary'; commit`)
    expect(await seen()).toMatchObject({ purpose: 'observe_class', agreedAt: null })
    expect((await page('maya', 'ada', '/school-visits')).html).not.toContain('The yes of')
  })
})
