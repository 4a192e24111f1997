import { isOutcome, type Learned } from './outside.ts'

type Naming = { referralEnded: boolean; isOpen: boolean; callOn: string; today: string }
const toName = {
  referral_ended: ({ referralEnded }) => referralEnded,
  one_is_open: ({ isOpen }) => isOpen,
  call_in_the_past: ({ callOn, today }) => callOn < today,
} satisfies Record<string, (judged: Naming) => boolean>
export type ObstacleToNaming = keyof typeof toName

type Calling = {
  ended: boolean
  learned: Learned
  happensOn: string | undefined
  nextOn: string | undefined
  today: string
}
const toCall = {
  ended_already: ({ ended }) => ended,
  next_day_missing: ({ learned, nextOn, today }) =>
    !isOutcome(learned) && (nextOn === undefined || nextOn < today),
  visit_day_missing: ({ learned, happensOn }) =>
    (learned === 'visit_set' || learned === 'seen') && happensOn === undefined,
  visit_not_yet: ({ learned, happensOn, today }) =>
    learned === 'seen' && happensOn !== undefined && happensOn > today,
} satisfies Record<string, (judged: Calling) => boolean>
export type ObstacleToCalling = keyof typeof toCall

const namesOf = <J>(rules: Record<string, (judged: J) => boolean>, judged: J) =>
  Object.keys(rules).filter((name) => rules[name]?.(judged) === true)

/** Every reason a provider outside the directory cannot be written down like this. */
export const obstaclesToNaming = (judged: Naming): ObstacleToNaming[] =>
  namesOf(toName, judged) as ObstacleToNaming[]

/** Every reason a call cannot be written down like this: what leaves it open needs a day of the next call. */
export const obstaclesToCalling = (judged: Calling): ObstacleToCalling[] =>
  namesOf(toCall, judged) as ObstacleToCalling[]
