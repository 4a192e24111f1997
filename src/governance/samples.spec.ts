import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { steps } from '#crisis/contract.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { choices } from '#tests/support/triage-story.ts'
import { drawSample } from './draw-sample.ts'
import { lookCase } from './look-case.ts'
import { lookSample } from './look-sample.ts'
import { lookSamples } from './look-samples.ts'
import { reviewCase } from './review-case.ts'
import { drawFrom } from './rules.ts'

let story: AfterStory
let incidents: string[]
let decisionId: string
const day = () => story.clock.now().toISOString().slice(0, 10)
let period: { fromOn: string; untilOn: string }

beforeAll(async () => {
  story = await afterStory()
  const fromOn = day()
  incidents = [await story.closed(), await story.closed({ skipped: 'safety' })]
  const ready = await story.ready('sofia', 'low')
  const departing = { ...ready, ...choices.b, overrideReason: 'The family asked', reviewerId: cast.helen.id }
  decisionId = story.must(await story.decide(departing)).decisionId
  await story.decide({ ...(await story.ready('mateo', 'moderate')), ...choices.b })
  period = { fromOn, untilOn: day() }
})
afterAll(() => story.close())

const draw = (given: object = {}, by: CastKey = 'thomas') =>
  drawSample.perform(story.being(by), { ...period, override: 5, crisis: 10, ...given })
const drawn = async (given: object = {}) => story.must(await draw(given)).sampleId
const sample = (sampleId: string, by: CastKey = 'lucia') => lookSample.see(story.being(by), { sampleId })
const framesOf = (sampleId: string) =>
  story.rows<{ stratum: string; frame: string[]; asked: number; seed: string }>(
    `select t.stratum, t.frame, t.asked, s.seed from case_sample_stratum t join case_sample s on s.id = t.sample_id
     where t.sample_id = $1`,
    [sampleId],
  )

describe('A sample of a quarter', () => {
  test('[R019] holds a decision that departed in the override stratum of its frame, and no other', async () => {
    const frames = await framesOf(await drawn())
    expect(frames.find(({ stratum }) => stratum === 'override')?.frame).toEqual([decisionId])
    expect(frames.find(({ stratum }) => stratum === 'crisis')?.frame.toSorted()).toEqual(incidents.toSorted())
  })

  test('[R109] is drawn again from the stored frame and seed, and what was changed is seen', async () => {
    const sampleId = await drawn({ crisis: 1 })
    const { cases, isRedrawn } = await sample(sampleId)
    const crisis = (await framesOf(sampleId)).find(({ stratum }) => stratum === 'crisis')
    const again = drawFrom(crisis?.frame ?? [], { seed: crisis?.seed ?? '', asked: 1 })
    expect(cases.filter(({ stratum }) => stratum === 'crisis').map(({ incidentId }) => incidentId)).toEqual(
      again,
    )
    expect(isRedrawn).toBe(true)
    const other = incidents.find((id) => !again.includes(id))
    await story.behind(
      'update sampled_case set incident_id = $2 where sample_id = $1 and incident_id is not null',
      [sampleId, other],
    )
    expect((await sample(sampleId)).isRedrawn).toBe(false)
  })

  test('takes all where there are fewer and says so; who governs reads no small count and no case', async () => {
    const sampleId = await drawn()
    const { cases, frames } = await sample(sampleId)
    expect(cases).toHaveLength(3)
    expect(frames).toContainEqual({ stratum: 'crisis', asked: 10, framed: 2, isShort: true })
    const governed = await sample(sampleId, 'thomas')
    expect(governed.cases).toEqual([])
    expect(governed.frames).toContainEqual({ stratum: 'crisis', asked: 10, framed: null, isShort: true })
  })

  test('is drawn by who governs alone, and of no day ahead', async () => {
    await expect(draw({}, 'lucia')).rejects.toEqual(new Problem('not_allowed'))
    expect(await draw({ untilOn: '2030-01-01' })).toEqual({ done: false, because: ['period_ahead'] })
    expect(await draw({ fromOn: '2020-01-01', untilOn: '2020-03-31' })).toEqual({
      done: false,
      because: ['nothing_to_draw'],
    })
  })
})

describe('A sampled incident', () => {
  const caseOf = async (incidentId: string | undefined) => {
    const { cases } = await sample(await drawn())
    const found = cases.find((each) => each.incidentId === incidentId)
    if (found === undefined) throw new Error('It was not drawn')
    return found
  }
  const review = (caseId: string, given: object, by: CastKey = 'lucia') =>
    reviewCase.perform(story.being(by), { caseId, ...given })

  test('[R109] begins with what the record says, is confirmed or changed with a reason, and feeds the audit', async () => {
    const { id: caseId } = await caseOf(incidents[1])
    const { recorded, entries } = await lookCase.see(story.being('lucia'), { caseId })
    expect(Object.keys(recorded)).toEqual(steps)
    expect(recorded).toMatchObject({ safety: 'not_followed', rubric: 'followed' })
    expect(entries.length).toBeGreaterThan(5)
    const marks = { ...recorded, report: 'not_documented' }
    expect(await review(caseId, { marks })).toEqual({ done: false, because: ['reason_missing'] })
    story.must(await review(caseId, { marks, reason: 'The press came an hour late.' }))
    expect(await review(caseId, { marks: recorded })).toEqual({ done: false, because: ['reviewed_already'] })
    const { sampled } = await lookCase.see(story.being('lucia'), { caseId })
    expect(sampled).toMatchObject({ recorded, marks, reason: 'The press came an hour late.' })

    const other = await caseOf(incidents[0])
    const confirmed = (await lookCase.see(story.being('lucia'), { caseId: other.id })).recorded
    story.must(await review(other.id, { marks: confirmed }))
    const { audit, reviewed } = await lookSamples.see(story.being('lucia'), {})
    expect(reviewed).toBe(2)
    expect(audit.find(({ step }) => step === 'safety')?.of).toMatchObject({ followed: 1, not_followed: 1 })
    expect(audit.find(({ step }) => step === 'report')?.of).toMatchObject({ not_documented: 1 })
    const governed = await lookSamples.see(story.being('thomas'), {})
    expect(governed.audit.map(({ of }) => of)).toEqual(steps.map(() => null))
    expect(governed.reviewed).toBeNull()
    expect(governed.samples.map(({ counts }) => counts)).toEqual(governed.samples.map(() => null))
  })

  test('is reviewed by nobody who took part in it, and given to somebody who did not', async () => {
    const found = await caseOf(incidents[0])
    expect(found.reviewerId).not.toBeNull()
    expect(found.tookPart).not.toContain(found.reviewerId)
    const { recorded } = await lookCase.see(story.being('lucia'), { caseId: found.id })
    expect(await review(found.id, { marks: recorded }, 'ruth')).toEqual({
      done: false,
      because: ['took_part'],
    })
    await expect(lookCase.see(story.being('priya'), { caseId: found.id })).rejects.toEqual(
      new Problem('not_found'),
    )
  })
})
