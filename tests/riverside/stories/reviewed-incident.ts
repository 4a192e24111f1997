import { addImprovement } from '#debriefs/add-improvement.ts'
import { lookReview } from '#debriefs/look-review.ts'
import { requestChange } from '#debriefs/request-change.ts'
import { writeReview } from '#debriefs/write-review.ts'
import { cast } from '../cast.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

type Reviewed = { incidentId: string; at: Date; dueOn: string }

/** Somebody who did not lead looks back: what was learned is somebody's to do, and the standard is asked. */
export async function reviewed(
  teller: Parameters<Story>[0]['teller'],
  { incidentId, at, dueOn }: Reviewed,
): Promise<void> {
  teller.at(at)
  const samuel = teller.being('samuel')
  const better = { words: 'Put the numbers by the door of each room', ownerId: cast.ruth.id, dueOn }
  await perform(samuel, addImprovement, { incidentId, ...better })
  const { recorded } = await lookReview.see(samuel, { incidentId })
  await perform(samuel, writeReview, {
    incidentId,
    marks: recorded,
    outcome: 'Home the same day, with a plan for the night. Back at school after two days.',
    learned: 'The team came within half an hour. The room was hard to find from the gate.',
  })
  await perform(samuel, requestChange, { words: 'Say who meets the mobile crisis team at the gate' })
}
