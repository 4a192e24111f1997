import { act, done, refused } from '#access/act.ts'
import { partnerStaff } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { holdOwn } from './answering.ts'
import { milestones, obstaclesToMilestone } from './milestone.ts'
import { addMilestone, milestonesOf } from './milestone-store.ts'
import { post } from './post-given.ts'
import { obstaclesWhileTreating } from './rules.ts'
import { crossToSchool, tellingOf, tells } from './telling.ts'
import { type Obstacle, obstacleWords } from './words.ts'

/** The agency tells that the plan of treatment is complete, or its first milestone reached: a day [R164]. */
export const postMilestone = act({
  name: 'referrals/post-milestone',
  by: partnerStaff,
  given: post({ referralId: id, milestone: choice(milestones, 'Say what was reached'), reachedOn: day }),
  refusals: obstacleWords,
  fields: {
    milestone_told: 'milestone',
    plan_first: 'milestone',
    before_the_plan: 'reachedOn',
    not_happened_yet: 'reachedOn',
  },
  async do(unit, { referralId, milestone, reachedOn }) {
    const { referral, subject } = await holdOwn(unit, referralId)
    const telling = await tellingOf(unit, referral, tells.status)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const told = await milestonesOf(unit.tx, referralId)
    const obstacles: Obstacle[] = [
      ...obstaclesWhileTreating({ state: referral.state, telling }),
      ...obstaclesToMilestone(told, { milestone, reachedOn, today }),
    ]
    if (obstacles.length > 0) return refused(obstacles)

    crossToSchool(unit, { referral, telling })
    addMilestone(unit, referral, { milestone, reachedOn })
    unit.record('milestone.told', subject, { milestone })
    return done({ referralId })
  },
})
