import { markLine } from '#reviews/mark-line.ts'
import { openReview } from '#reviews/open-review.ts'
import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { careIds } from './care-ids.ts'
import { drillIds } from './drill-ids.ts'
import { trainingIds } from './training-ids.ts'
import { screeningIds } from './screening-ids.ts'
import type { agencyStory } from './agency-story.ts'
import { coordinatorIds } from './coordinator-ids.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** A weekly review under way, which gave somebody something to do, notices that came, and drills. */
export async function reviewIds(story: Story): Promise<Record<string, string>> {
  const { being, must, decide, admin } = story
  const reviewedId = await decide('kayla')
  const { reviewId } = must(await openReview.perform(being('maya'), { schoolIds: [schools.alderCreek.id] }))
  const task = { decision: 'task', what: 'call_family', ownerId: cast.maya.id, dueOn: '2026-10-20' }
  must(
    await markLine.perform(being('maya'), { reviewId, referralId: reviewedId, outcome: 'reviewed', ...task }),
  )
  const { rows } = await admin.query<{ id: string }>('select id from review_task where review_id = $1', [
    reviewId,
  ])
  const [ofCare, ofDrills] = [
    await careIds(story),
    { ...(await drillIds(story)), ...(await trainingIds(story)) },
  ]
  const ofCoordinators = await coordinatorIds(story)
  const others = { ...ofCare, ...(await screeningIds(story)), ...ofDrills, ...ofCoordinators }
  return { reviewId, reviewedId, taskId: rows[0]?.id as string, ...others }
}
