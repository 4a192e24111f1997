import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { staffAt } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, whole } from '#platform/given.ts'
import { insertCase } from './case-store.ts'
import { frameOf } from './frame-store.ts'
import { caseReviewers, drawers, mayDraw } from './policy.ts'
import { drawFrom, obstaclesToDrawing, reviewerFor } from './rules.ts'
import { type Framed, strata } from './sample.ts'
import { insertSample } from './sample-store.ts'
import { drawingWords } from './words.ts'

/** Most cases of one kind that a sample draws. */
const most = 100

/** Each drawn incident is given to somebody who took no part in it, and to nobody where there is none. */
async function giveOut(unit: Unit, sampleId: string, drawn: readonly Framed[]): Promise<void> {
  const given = new Map<string, number>()
  const { tx, now } = unit
  for (const [at, framed] of drawn.entries()) {
    const about = { schoolId: framed.schoolId, about: [framed.studentId] }
    const people =
      framed.stratum === 'crisis' ? await staffAt(tx, { ...about, roles: caseReviewers, now }) : []
    const reviewerId = reviewerFor(people, { tookPart: framed.tookPart, given })
    if (reviewerId !== null) given.set(reviewerId, (given.get(reviewerId) ?? 0) + 1)
    const id = insertCase(unit, framed, { sampleId, position: at + 1, reviewerId })
    unit.record('sampled_case.drawn', { type: 'sampled_case', id, studentId: framed.studentId })
  }
}

/**
 * A sample of the cases of a period is drawn at random. Frame and seed are kept, so that it can be drawn
 * again [R019] [R109].
 */
export const drawSample = act({
  name: 'governance/draw-sample',
  by: drawers,
  given: z.object({ fromOn: day, untilOn: day, override: whole(0, most), crisis: whole(0, most) }),
  refusals: drawingWords,
  fields: {
    period_backwards: 'untilOn',
    period_ahead: 'untilOn',
    nothing_asked: 'crisis',
    nothing_to_draw: 'crisis',
  },
  async do(unit, { fromOn, untilOn, ...asked }) {
    unit.permit(mayDraw(unit.actor))
    const frames: Framed[][] = []
    for (const stratum of strata) frames.push(await frameOf(unit.tx, stratum, { fromOn, untilOn }))
    const parts = strata.map((stratum, at) => {
      const framed = frames[at] ?? []
      return { stratum, asked: asked[stratum], framed, frame: framed.map(({ id }) => id) }
    })
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const because = obstaclesToDrawing({
      fromOn,
      untilOn,
      today,
      asked: asked.override + asked.crisis,
      framed: parts.reduce((sum, part) => sum + (part.asked > 0 ? part.frame.length : 0), 0),
    })
    if (because.length > 0) return refused(because)
    const seed = randomBytes(16).toString('hex')
    const sampleId = insertSample(
      unit,
      { fromOn, untilOn, seed },
      parts.map(({ framed: _, ...part }) => part),
    )
    unit.record('case_sample.drawn', { type: 'case_sample', id: sampleId }, { from: fromOn, until: untilOn })
    for (const { framed, frame, asked: number } of parts) {
      const drawn = drawFrom(frame, { seed, asked: number })
      await giveOut(
        unit,
        sampleId,
        drawn.flatMap((id) => framed.find((each) => each.id === id) ?? []),
      )
    }
    return done({ sampleId })
  },
})
