import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { concernPage } from '#concerns/concern-page.ts'
import { lookReview as lookDebrief } from '#debriefs/look-review.ts'
import { keepAllMissed } from '#escalations/contract.ts'
import { lookClocks } from '#escalations/look-clocks.ts'
import { lookPlan } from '#returns/look-plan.ts'
import { lookReview } from '#reviews/look-review.ts'
import { openReview } from '#reviews/open-review.ts'
import { publishEdited } from '#standards/publish-edited.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners, schools } from '#tests/riverside/places.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { choices } from '#tests/support/triage-story.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())

type Row = Record<'clock' | 'record_type' | 'held_by', string> &
  Record<'person_id' | 'record_id', string | null>
const kept = (clock: string) =>
  story.rows<Row & { due_at: Date; standard: object }>(
    'select * from standard_breach where clock = $1 order by due_at, id',
    [clock],
  )
const round = () => keepAllMissed(story.system(), 'round')
const night = () => keepAllMissed(story.system(), 'night')
const minutes = (count: number) => story.clock.set(new Date(story.clock.now().getTime() + count * 60_000))

describe('Each clock that runs out', () => {
  test('on a concern is kept once, with who had taken it up, and stands on its page', async () => {
    const concernId = await story.raise('lena')
    await round()
    expect(await kept('triage')).toEqual([])
    story.pass(2)
    expect(await Promise.all([round(), round()])).toContain(1)
    expect(await round()).toBe(0)
    expect(await kept('triage')).toMatchObject([{ record_id: concernId, held_by: 'queue', person_id: null }])
    const { misses } = await concernPage.see(story.being('daniel'), { concernId })
    expect(misses).toMatchObject([{ clock: 'triage', holder: null, standard: { version: 1 } }])
    const { html } = await story.pages.get('daniel', `/concerns/${concernId}`)
    expect(html).toContain('Triage decision, was due')
    expect(html).toContain('Nobody by name had it')
  })

  test('in a crisis is kept: who was told and did not answer, and the caregiver who was not told', async () => {
    const incidentId = await story.began()
    minutes(6)
    await round()
    const [alert] = await story.rows<{ person_id: string }>(
      'select person_id from crisis_alert where incident_id = $1 and position = 1',
      [incidentId],
    )
    expect(await kept('crisis_acknowledgement')).toMatchObject([
      { record_id: incidentId, held_by: 'owner', person_id: alert?.person_id },
    ])
    expect(await kept('caregiver_told')).toEqual([])
    minutes(26)
    await round()
    await round()
    expect(await kept('caregiver_told')).toMatchObject([{ record_id: incidentId, record_type: 'incident' }])
    await story.behind(`update crisis_incident set state = 'closed', closed_at = $2 where id = $1`, [
      incidentId,
      story.clock.now(),
    ])
  })

  test('after a crisis is kept: the review and the plan to come back, on their own pages', async () => {
    const incidentId = await story.closed()
    const [plan] = await story.rows<{ owner_id: string }>(
      'select owner_id from return_plan where incident_id = $1',
      [incidentId],
    )
    story.pass(20)
    await round()
    await round()
    expect(await kept('return_plan')).toMatchObject([{ held_by: 'owner', person_id: plan?.owner_id }])
    expect(await kept('incident_review')).toHaveLength(1)
    const debrief = await lookDebrief.see(story.being('samuel'), { incidentId })
    expect(debrief.misses.map(({ clock }) => clock)).toContain('incident_review')
    const shown = await lookPlan.see(story.being('grace'), { incidentId })
    expect(shown.misses.map(({ clock }) => clock)).toEqual(['return_plan'])
  })

  test('on an agency is kept: its entry nobody confirmed, and its agreement nobody made anew', async () => {
    expect(await night()).toBe(0)
    const { id } = partners.cedarStreet
    await story.behind(`update partner set capacity_updated_at = '2025-08-01' where id = $1`, [id])
    await story.behind(`update agreement set starts_on = '2024-08-01' where partner_id = $1`, [id])
    expect(await night()).toBe(2)
    expect(await night()).toBe(0)
    expect([...(await kept('directory_check')), ...(await kept('agreement_renewal'))]).toMatchObject([
      { record_type: 'partner', record_id: id },
      { record_type: 'partner', record_id: id },
    ])
    const { html } = await story.pages.get('ruth', `/partners/${id}`)
    expect(html).toContain('Missed so far')
  })
})

describe('A referral no weekly review came to', () => {
  let referralId = ''
  beforeAll(async () => {
    const { concernId, screeningId } = await story.ready('mateo', 'moderate')
    story.must(await story.decide({ concernId, screeningId, version: 1, ...choices.b }))
    const [referral] = await story.rows<{ id: string }>(
      'select id from referral order by referred_at desc limit 1',
    )
    referralId = referral?.id as string
  })

  test('is kept with who navigates it, and stays as it is whatever the standard says later', async () => {
    story.pass(6)
    await night()
    expect(await kept('weekly_review')).toEqual([])
    story.pass(3)
    await night()
    const before = await kept('weekly_review')
    expect(before).toMatchObject([
      { record_type: 'referral', referral_id: referralId, person_id: cast.maya.id, held_by: 'navigator' },
    ])
    const sooner = {
      kind: 'time_standards',
      version: 1,
      inForceOn: story.clock.now().toISOString().slice(0, 10),
      decision: 'Board of November',
      body: { weekly_review: { limit: { amount: '5' } } },
    }
    story.must(await publishEdited.perform(story.being('yolanda'), sooner))
    await night()
    expect(await kept('weekly_review')).toEqual(before)
  })

  test('says so on its clocks and on the line of the next review', async () => {
    const { missed } = await lookClocks.see(story.being('maya'), { referralId })
    expect(missed.map(({ clock, holder }) => [clock, holder])).toContainEqual([
      'weekly_review',
      cast.maya.name,
    ])
    const { reviewId } = story.must(
      await openReview.perform(story.being('maya'), { schoolIds: [schools.alderCreek.id] }),
    )
    const { lines } = await lookReview.see(story.being('maya'), { reviewId })
    expect(lines.find((line) => line.referralId === referralId)?.missed).toContain('weekly_review')
    const { html } = await story.pages.get('maya', `/reviews/${reviewId}`)
    expect(html).toMatch(/Missed this week: [^<]*review/i)
  })

  test('without an agreed measure by then is kept too', async () => {
    story.pass(20)
    await night()
    expect(await kept('progress_meeting')).toMatchObject([
      { referral_id: referralId, person_id: cast.maya.id },
    ])
  })
})
