/** How far treatment is, as dates and nothing beside them [R164]. In the order in which they come. */
export const milestones = ['plan_completed', 'first_reached'] as const
export type Milestone = (typeof milestones)[number]

/** A day the agency told. */
export type Reached = {
  readonly id: string
  readonly milestone: Milestone
  /** YYYY-MM-DD. */
  readonly reachedOn: string
}

export type ObstacleToMilestone = 'milestone_told' | 'plan_first' | 'before_the_plan' | 'not_happened_yet'

/**
 * Why a milestone cannot be told so: each is told once, the first one belongs to a plan that is complete,
 * and neither lies ahead [R164].
 */
export function obstaclesToMilestone(
  told: readonly Omit<Reached, 'id'>[],
  given: { milestone: Milestone; reachedOn: string; today: string },
): ObstacleToMilestone[] {
  const plan = told.find(({ milestone }) => milestone === 'plan_completed')
  const first = given.milestone === 'first_reached'
  const found: [boolean, ObstacleToMilestone][] = [
    [told.some(({ milestone }) => milestone === given.milestone), 'milestone_told'],
    [first && plan === undefined, 'plan_first'],
    [first && plan !== undefined && given.reachedOn < plan.reachedOn, 'before_the_plan'],
    [given.reachedOn > given.today, 'not_happened_yet'],
  ]
  return found.flatMap(([stops, obstacle]) => (stops ? [obstacle] : []))
}
