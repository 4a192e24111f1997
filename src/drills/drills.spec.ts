import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { callOffDrill } from './call-off-drill.ts'
import { completeDrill } from './complete-drill.ts'
import { finishFinding } from './finish-finding.ts'
import { joinTeam } from './join-team.ts'
import { leaveTeam } from './leave-team.ts'
import { lookDrill } from './look-drill.ts'
import { lookDrills } from './look-drills.ts'
import { lookTeam } from './look-team.ts'
import { planDrill } from './plan-drill.ts'
import { recordCredit } from './record-credit.ts'
import { recordFinding } from './record-finding.ts'

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const schoolId = schools.alderCreek.id
const planned = { schoolId, scenario: 'words_in_class', plannedOn: '2026-10-13' }
const plan = async (given: object = {}) =>
  story.must(await planDrill.perform(story.being('marcus'), { ...planned, ...given })).drillId
const hold = async (drillId: string) =>
  story.must(
    await completeDrill.perform(story.being('marcus'), {
      drillId,
      heldOn: '2026-10-13',
      personIds: [cast.marcus.id, cast.joan.id],
    }),
  )
const standing = async () =>
  (await lookDrills.see(story.being('marcus'), {})).schools.find(({ id }) => id === schoolId)?.standing
const days = (count: number) => story.clock.set(new Date(story.clock.now().getTime() + count * 86_400_000))

describe('A school and its drills', () => {
  test('past its interval it shows overdue, and completing a tabletop clears it [R113]', async () => {
    expect(await standing()).toBe('overdue')
    const duty = async () => (await pages.get('marcus', '/today')).html
    expect(await duty()).toContain('1 school owes a crisis drill.')
    const calledOff = await plan()
    story.must(await callOffDrill.perform(story.being('marcus'), { drillId: calledOff }))
    expect(await standing(), 'called off counts for nothing').toBe('overdue')
    const drillId = await plan()
    expect(await standing(), 'planned is not held').toBe('overdue')
    await hold(drillId)
    expect(await standing()).toBe('due')
    expect(await duty()).not.toContain('a crisis drill')
    days(181)
    expect(await standing(), 'and again after the interval').toBe('overdue')
    days(-181)
  })

  test('a drill keeps its day, school, scenario, version, who took part, findings and actions [R113]', async () => {
    const drillId = await plan()
    await hold(drillId)
    const found = { drillId, words: 'Nobody knew who calls.', leadsTo: 'action', dueOn: '2026-10-20' }
    story.must(await recordFinding.perform(story.being('marcus'), { ...found, ownerId: cast.lucia.id }))
    const seen = await lookDrill.see(story.being('daniel'), { drillId })
    expect(seen.drill).toMatchObject({ ...planned, heldOn: '2026-10-13', standardVersion: 1, sample: true })
    expect(seen.drill.title).toBe('Words in a class')
    expect(seen.present.map(({ name }) => name)).toEqual(['Joan Hale', 'Marcus Webb'])
    expect(seen.findings).toMatchObject([{ ownerName: 'Lucia Santos', dueOn: '2026-10-20', outcome: null }])
    const news = await story.rows('select kind from notice where person_id = $1', [cast.lucia.id])
    expect(news).toContainEqual({ kind: 'drill.finding_given' })
  })

  test('a change of the standard is asked of whoever publishes it, and stands until it is seen to', async () => {
    const drillId = await plan()
    const found = { drillId, words: 'Ask once.', leadsTo: 'standard', dueOn: '2026-11-02' }
    const by = (key: 'lucia' | 'yolanda' | 'karen') =>
      recordFinding.perform(story.being('marcus'), { ...found, ownerId: cast[key].id })
    expect(await by('yolanda')).toEqual({ done: false, because: ['not_held'] })
    await hold(drillId)
    expect(await by('lucia')).toEqual({ done: false, because: ['not_theirs'] })
    expect(await by('karen')).toEqual({ done: false, because: ['owner_unknown'] })
    story.must(await by('yolanda'))
    const asked = (await lookDrills.see(story.being('yolanda'), {})).findings.find(
      (each) => each.drillId === drillId,
    )
    expect(asked).toMatchObject({ leadsTo: 'standard', ownerId: cast.yolanda.id })
    const ended = { findingId: asked?.id, outcome: 'standard_changed' }
    await expect(finishFinding.perform(story.being('daniel'), ended)).rejects.toEqual(
      new Problem('not_allowed'),
    )
    story.must(await finishFinding.perform(story.being('yolanda'), ended))
    expect(await finishFinding.perform(story.being('yolanda'), ended)).toEqual({
      done: false,
      because: ['finished_already'],
    })
  })

  test('another school’s drills are nobody’s', async () => {
    const drillId = await plan()
    const notFound = new Problem('not_found')
    await expect(lookDrill.see(story.being('priya'), { drillId })).rejects.toEqual(notFound)
    await expect(
      planDrill.perform(story.being('marcus'), { ...planned, schoolId: schools.harlow.id }),
    ).rejects.toEqual(notFound)
    await expect(lookDrills.see(story.being('joan'), {})).rejects.toEqual(new Problem('not_allowed'))
  })
})

describe('The crisis team of a school', () => {
  const join = async (kind: string, name: string) =>
    story.must(
      await joinTeam.perform(story.being('lucia'), {
        schoolId,
        kind,
        name,
        role: 'On the team',
        phone: '555-0190',
      }),
    ).teamMemberId
  const missing = async () => (await lookTeam.see(story.being('marcus'), {})).schools[0]?.missing

  test('without a caregiver or a community partner it is flagged as not complete [R114]', async () => {
    expect(await missing()).toEqual(['professional', 'caregiver', 'community'])
    await join('professional', 'Daniel Reyes')
    const caregiver = await join('caregiver', 'Rosa Whelan')
    expect((await pages.get('marcus', '/crisis-teams')).html).toContain(
      'Not complete. Missing: community partner.',
    )
    await join('community', 'Jo Tanner')
    expect(await missing()).toEqual([])
    story.must(await leaveTeam.perform(story.being('lucia'), { teamMemberId: caregiver }))
    expect(await missing()).toEqual(['caregiver'])
  })

  test('keeps how each is reached, and the continuing education they were credited with [R114]', async () => {
    const teamMemberId = await join('caregiver', 'Ana Ruiz')
    const earned = { teamMemberId, title: 'Talking in a crisis', earnedOn: '2026-10-12' }
    story.must(await recordCredit.perform(story.being('lucia'), { ...earned, hours: '1.5' }))
    story.must(await recordCredit.perform(story.being('lucia'), { ...earned, hours: '2' }))
    await expect(recordCredit.perform(story.being('lucia'), { ...earned, hours: '1.1' })).rejects.toThrow(
      Problem,
    )
    const [school] = (await lookTeam.see(story.being('daniel'), {})).schools
    const ana = school?.members.find(({ id }) => id === teamMemberId)
    expect(ana).toMatchObject({ phone: '555-0190', quarterHours: 14 })
    expect(ana?.credits).toHaveLength(2)
  })
})
