import type { Table } from './copy.ts'
import type { Plan } from './places.ts'
import { idAt } from './random.ts'
import type { Story } from './stories.ts'
import { about, onceAt, person, tableOf } from './story-tables.ts'

const feedback = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'school_feedback',
    of: onceAt(({ engagedAt }) => engagedAt),
    cells: {
      id: ({ place }) => idAt('feedback', place),
      ...about,
      sufficient: () => true,
      confirmed_by: ({ navigator }) => person(navigator),
      confirmed_at: ({ engagedAt }) => engagedAt,
    },
  })

/** What only a referral that a family took back says. */
const whenWithdrawn = (said: string) => (story: Story) => (story.state === 'withdrawn' ? said : null)

const endings = (plan: Plan): Table =>
  tableOf(plan, {
    name: 'referral_ending',
    of: onceAt(({ endedAt }) => endedAt),
    cells: {
      ...about,
      ending: ({ state }) => (state === 'withdrawn' ? 'withdrawn' : 'connected'),
      attributed_to: whenWithdrawn('family_choice'),
      asked_by: whenWithdrawn('caregiver'),
      channel: whenWithdrawn('phone'),
      ended_by: ({ navigator }) => person(navigator),
      ended_at: ({ endedAt }) => endedAt,
    },
  })

/** What the school said back, and how referrals ended. */
export const endingTables = (plan: Plan): Table[] => [feedback(plan), endings(plan)]
