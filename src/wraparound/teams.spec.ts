import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateCapacity } from '#directory/update-capacity.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type CaseReviewStory, caseReviewStory, coordinates } from '#tests/support/case-review-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { addMember } from './add-member.ts'
import { addStep } from './add-step.ts'
import { endStep } from './end-step.ts'
import { endTeam } from './end-team.ts'
import { formTeam } from './form-team.ts'
import { lookOwnTeams } from './look-own-teams.ts'
import { lookTeam } from './look-team.ts'
import { partMember } from './part-member.ts'

let story: CaseReviewStory
let cedar: string
let north: string
let door: string
let teamId: string
const studentId = families.sofia.id
beforeAll(async () => {
  story = await caseReviewStory()
  cedar = (await story.accepted('sofia', coordinates)).referralId
  north = await story.alsoAtNorthbank('sofia')
  const { rows } = await story.admin.query<{ version: number }>('select version from partner where id = $1', [
    partners.openDoor.id,
  ])
  const room = {
    partnerId: partners.openDoor.id,
    version: rows[0]?.version,
    acceptance: 'accepting',
    openPlaces: 2,
  }
  story.must(await updateCapacity.perform(story.being('elliot'), room))
  door = await story.alsoAt({ partner: 'openDoor', by: 'elliot' }, 'sofia')
})
afterAll(() => story.close())

const join = (given: object) => addMember.perform(story.being('grace'), { teamId, ...given })
const plan = (memberId: string, what: string) =>
  addStep.perform(story.being('grace'), { teamId, memberId, what, dueOn: '2026-10-20' })
const atSchool = async () => (await lookTeam.see(story.being('grace'), { studentId })).team
const read = async (who: CastKey) => (await lookOwnTeams.see(story.being(who), {})).teams
const agencies = async () => (await atSchool())?.choices.agencies ?? []

/** Somebody of the school, three agencies and a caregiver join, and each is given one thing to do. */
async function everybody(caregiverId: string | undefined) {
  const of = [
    [{ side: 'school', personId: cast.maya.id, role: 'helps_at_school' }, 'check_in_school'],
    [{ side: 'agency', referralId: cedar }, 'keep_visits'],
    [{ side: 'agency', referralId: north }, 'family_support'],
    [{ side: 'agency', referralId: door }, 'activities'],
    [{ side: 'caregiver', caregiverId }, 'daily_routine'],
  ] as const
  for (const [who, what] of of) story.must(await plan(story.must(await join(who)).memberId, what))
}

describe('A team around a student', () => {
  test('has people of the school, agencies and the family; each agency reads its permitted part and no more [R173]', async () => {
    teamId = story.must(await formTeam.perform(story.being('grace'), { studentId })).teamId
    expect(await formTeam.perform(story.being('grace'), { studentId })).toMatchObject({
      because: ['one_already'],
    })
    const [carmen] = (await atSchool())?.choices.caregivers ?? []
    expect((await agencies()).map(({ consented }) => consented)).toEqual([true, true, true])
    await everybody(carmen?.id)
    expect(await join({ side: 'agency', referralId: cedar })).toMatchObject({ because: ['on_it_already'] })
    expect(await atSchool()).toMatchObject({ members: { length: 6 }, steps: { length: 5 } })

    const [own] = await read('noor')
    expect(own).toMatchObject({ own: [{ what: 'keep_visits', dueOn: '2026-10-20' }] })
    expect(own?.others).toMatchObject([
      { role: 'leads', agency: null, steps: [] },
      { role: 'helps_at_school', agency: null, steps: [{ what: 'check_in_school' }] },
      { role: 'cares', agency: 'Northbank', steps: [{ what: 'family_support' }] },
      { role: 'cares', agency: 'Open Door', steps: [{ what: 'activities' }] },
      { role: 'family', agency: null, steps: [{ what: 'daily_routine' }] },
    ])
    expect((await read('farah'))[0]).toMatchObject({ own: [{ what: 'family_support' }] })
    expect((await read('elliot'))[0]).toMatchObject({ own: [{ what: 'activities' }] })
    // No name of a person crosses, and nothing of the referral to the other agency.
    const said = JSON.stringify(own)
    for (const name of ['Grace', 'Maya', carmen?.name ?? 'nobody', north, door])
      expect(said).not.toContain(name)
    const { rows } = await story.admin.query(
      `select distinct partner_id from disclosure_reading where student_id = $1 and 'coordination' = any(items)`,
      [studentId],
    )
    expect(rows).toHaveLength(3)
  })

  test('an agency without the family’s yes does not join; a yes that is taken back hides it at the next request [R173]', async () => {
    await story.takeBack(cedar)
    expect(await read('noor')).toEqual([])
    const [north] = await read('farah')
    expect(JSON.stringify(north)).not.toContain('Cedar')
    expect(JSON.stringify(north)).not.toContain('keep_visits')
    const member = (await atSchool())?.members.find(({ name }) => name?.startsWith('Cedar') === true)
    expect(member).toMatchObject({ readsNothing: true })
    story.must(await partMember.perform(story.being('grace'), { teamId, memberId: member?.id }))
    expect(await join({ side: 'agency', referralId: cedar })).toMatchObject({ because: ['not_consented'] })
    const { html } = await (await pagesOf(story)).get('grace', `/students/${studentId}/team`)
    expect(html).toContain('Cedar Street')
    expect(html).toContain('(the family has not agreed)')
  })

  test('says what came of a step, and ends: no agency reads of it any more, and another one may be formed', async () => {
    const step = (await atSchool())?.steps.find(({ what }) => what === 'family_support')
    const given = { teamId, stepId: step?.id, outcome: 'done' }
    story.must(await endStep.perform(story.being('grace'), given))
    expect(await endStep.perform(story.being('grace'), given)).toMatchObject({
      because: ['finished_already'],
    })
    expect((await read('farah'))[0]?.own).toMatchObject([{ outcome: 'done' }])
    story.must(await endTeam.perform(story.being('grace'), { teamId }))
    expect(await read('farah')).toEqual([])
    expect(await plan(step?.memberId ?? '', 'meet_again')).toMatchObject({ because: ['team_ended'] })
    const next = story.must(await formTeam.perform(story.being('maya'), { studentId }))
    expect(next.teamId).not.toBe(teamId)
  })
})
