import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { isEscalated, type RecordOpening } from './opening.ts'
import { tellOfOpening, wasTold } from './opening-alert.ts'
import { anyOpening } from './opening-store.ts'
import { escalationWords } from './opening-words.ts'

/** Whom it is told to: the first of these of whom there is anybody, wherever the student is. */
const inTurn = ['district_head', 'student_support_head', 'privacy_officer'] as const

/** @throws when there is nobody: the job fails where whoever runs the house sees it, and is tried again */
async function tellSomebody(unit: Unit, opening: RecordOpening): Promise<number> {
  for (const role of inTurn) {
    const news = { kind: 'opening.escalated', roles: [role] } as const
    const told = await tellOfOpening(unit, { ...opening, schoolId: null }, news)
    if (told > 0) return told
  }
  throw new Error('There is nobody to tell of an opening that was not reviewed')
}

/** An opening nobody reviewed in time is told to the head of the district, or to whoever is next, once. */
export const escalateOpening = act({
  name: 'people/escalate-opening',
  by: ['system'],
  given: z.object({ openingId: id }),
  refusals: escalationWords,
  async do(unit, { openingId }) {
    const opening = (await anyOpening(unit.tx, openingId)) ?? notFound()
    const subject = { type: 'record_opening', id: opening.id, studentId: opening.studentId }
    unit.permit(true, subject)
    if (opening.finding !== null) return refused(['reviewed'])
    if (!isEscalated(opening, unit.now)) return refused(['not_due'])
    if (await wasTold(unit.tx, openingId, 'opening.escalated')) return refused(['told_already'])
    const told = await tellSomebody(unit, opening)
    unit.record('opening.escalated', subject, { told })
    return done({ openingId })
  },
})
