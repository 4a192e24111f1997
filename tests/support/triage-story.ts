import { publicActor } from '#access/actor.ts'
import { reactions, when } from '#access/happening.ts'
import { personTold } from '#access/told.ts'
import { riskIndicated, triageDecided } from '#concerns/contract.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { openOnDecision as openIncidentOnDecision, openOnRisk } from '#crisis/open-incident.ts'
import { openHandoff } from '#handoffs/contract.ts'
import { postMessage } from '#messages/post-message.ts'
import {
  openReferral,
  referralOpened,
  referralsHeedDecision,
  referralsHeedRisk,
} from '#referrals/contract.ts'
import { heedDecision, heedRisk } from '#supports/heed-risk.ts'
import { openOnDecision as openSupportOnDecision } from '#supports/open-brief-support.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { riversideId, type SchoolKey, schools } from '../riverside/places.ts'
import { riverside } from './riverside.ts'

/** What each path opens. */
const triageWiring = [
  when(riskIndicated, openOnRisk, heedRisk, referralsHeedRisk),
  when(
    triageDecided,
    openSupportOnDecision,
    openReferral,
    openIncidentOnDecision,
    heedDecision,
    referralsHeedDecision,
  ),
  when(referralOpened, openHandoff),
  when(personTold, postMessage),
]

const calm = {
  days_seen: 'few',
  classwork: 'a_little',
  time_missed: 'none',
  with_others: 'as_usual',
  settling: 'alone',
  tried: 'helped',
  words_about_harm: 'no',
  safety_now: 'no',
}
/** Answers of the shipped checklist: one set for each path, and one that indicates (c) by its score alone. */
export const answers = {
  low: calm,
  moderate: { ...calm, days_seen: 'most', classwork: 'clearly', settling: 'with_adult' },
  high: { ...calm, words_about_harm: 'yes' },
  highByScore: {
    ...calm,
    days_seen: 'most',
    classwork: 'hardly_any',
    time_missed: 'more_days',
    with_others: 'most_days',
    settling: 'not_that_day',
  },
}

/** What a person chooses for each path, complete. */
export const choices = {
  a: {
    path: 'a',
    tier: 2,
    reasonCategory: 'worry_and_sleep',
    entryCriterion: 'triage_decision',
    support: {
      focus: 'Asking for a break',
      ownerId: cast.daniel.id,
      startsOn: '2026-10-14',
      reviewOn: '2026-10-28',
      plannedEndOn: '2026-11-20',
    },
  },
  b: {
    path: 'b',
    tier: 2,
    reasonCategory: 'worry_and_sleep',
    entryCriterion: 'triage_decision',
    navigatorId: cast.maya.id,
  },
  c: { path: 'c', tier: 3, reasonCategory: 'worry_and_sleep', entryCriterion: 'after_a_crisis' },
}

const must = <T>(outcome: { done: true; result: T } | { done: false; because: readonly string[] }): T => {
  if (!outcome.done) throw new Error(`Refused: ${outcome.because.join(', ')}`)
  return outcome.result
}

/** What a story begins with; `then` is what follows beside the three paths. */
type Options = { at?: string; then?: Parameters<typeof reactions>[0] }

/** Riverside with all three paths wired, and the steps of triage told one after another. */
export async function triageStory({ then = [], ...options }: Options = {}) {
  const world = await riverside({ wiring: reactions([...triageWiring, ...then]), ...options })
  const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await world.admin.query(text, values)).rows as T[]
  const raise = async (family: FamilyKey, given: object = {}, by: CastKey = 'joan') => {
    const said = {
      studentId: families[family].id,
      observed: 'Quiet for two weeks',
      urgency: 'this_week',
      ...given,
    }
    return must(await raiseConcern.perform(world.being(by), said)).concernId
  }
  const run = async (concernId: string, set: keyof typeof answers, by: CastKey = 'daniel') =>
    must(await screenConcern.perform(world.being(by), { concernId, version: 1, answers: answers[set] }))
  return {
    ...world,
    must,
    /** One row or many, as the superuser sees them. */
    rows,
    /** Somebody at a school's public page. */
    anybody: (school: SchoolKey = 'alderCreek') => world.as(publicActor(riversideId, schools[school].id)),
    /** A teacher raises a concern: its id. */
    raise,
    /** The checklist is run on it. */
    run,
    /** A concern that was raised and screened, up to the decision. */
    async ready(family: FamilyKey, set: keyof typeof answers) {
      const concernId = await raise(family)
      const { screeningId } = await run(concernId, set)
      return { concernId, screeningId }
    },
    decide: (given: object, by: CastKey = 'daniel') => decideTriage.perform(world.being(by), given),
  }
}
export type TriageStory = Awaited<ReturnType<typeof triageStory>>
