import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { decidersAt, followsQueue } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { isSmall } from '#platform/small-counts.ts'
import { audited } from './audit.ts'
import { casesOf } from './case-store.ts'
import { caseReviewers, draws, sampleReaders } from './policy.ts'
import { drawFrom } from './rules.ts'
import type { FrameOf, Sample, SampledCase } from './sample.ts'
import { findSample, framesOf } from './sample-store.ts'

/** Whether the stored seed draws from the stored frame what was drawn; of one's own schools, nothing else. */
function isRedrawn(sample: Sample, frames: readonly FrameOf[], cases: readonly SampledCase[]): boolean {
  const again = new Set(frames.flatMap(({ frame, asked }) => drawFrom(frame, { seed: sample.seed, asked })))
  return cases.every(({ decisionId, incidentId }) => again.has(decisionId ?? incidentId ?? ''))
}

/** What a stratum held and how much of it was drawn; small counts for those alone who read records. */
const counted = ({ stratum, asked, frame }: FrameOf, hidesSmall: boolean) => ({
  stratum,
  asked,
  framed: hidesSmall && isSmall(frame.length) ? null : frame.length,
  isShort: frame.length < asked,
})

/** How many are to review and how many are; null where that could say whom, to who reads no record. */
function countsOf(cases: readonly SampledCase[], hidesSmall: boolean) {
  const toReview = cases.filter(({ incidentId }) => incidentId !== null).length
  const reviewed = cases.filter(({ reviewedAt }) => reviewedAt !== null).length
  return hidesSmall && isSmall(toReview) ? null : { toReview, reviewed }
}

/** The cases of one's own schools by name, for whoever reads incidents; for who governs, none. */
async function shownCases(view: Viewing, cases: readonly SampledCase[]) {
  const shown = view.knows('crisis') && !draws(view.actor.role) ? cases : []
  const studentIds = [...new Set(shown.map(({ studentId }) => studentId))]
  view.saw({ type: 'case_sample', id: null, studentIds })
  const names = view.knows('identity') ? await studentNames(view.tx, studentIds) : new Map<string, string>()
  return shown.map(({ reason: _, ...each }) => ({ ...each, student: names.get(each.studentId) ?? null }))
}

/** One sample: what it was drawn from and how, the cases, and how the steps went in them [R019] [R109]. */
export const lookSample = look({
  name: 'governance/sample',
  by: sampleReaders,
  given: z.object({ sampleId: id }),
  shows: { for: 'crisis', parts: ['crisis', 'identity'] },
  async see(view, { sampleId }) {
    const { tx, actor, now } = view
    const sample = (await findSample(tx, sampleId)) ?? notFound()
    view.permit(true)
    const cases = await casesOf(tx, actor, sampleId)
    const frames = await framesOf(tx, sampleId)
    const hides = draws(actor.role)
    const calendar = await calendarOf(tx)
    return {
      sample,
      frames: frames.map((part) => counted(part, hides)),
      isRedrawn: isRedrawn(sample, frames, cases),
      cases: await shownCases(view, cases),
      counts: countsOf(cases, hides),
      audit: audited(
        cases.flatMap(({ marks }) => (marks === null ? [] : [marks])),
        hides,
      ),
      opensDecisions: followsQueue(actor.role, await decidersAt(view)),
      reviews: (caseReviewers as readonly string[]).includes(actor.role),
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenSample = Awaited<ReturnType<typeof lookSample.see>>
