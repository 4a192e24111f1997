import { triageStaff } from '#access/roles.ts'
import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { closeConcern } from '#concerns/close-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { retriageStudent } from '#concerns/open-retriage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { reviewSupport } from '#supports/review-support.ts'
import { startSupport } from '#supports/start-support.ts'
import { startReassessing } from '#warnings/start-reassessing.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'
import { answers, choices } from '../support/triage-story.ts'
import { daysOn } from './days.ts'
import type { Move } from './moves.ts'
import { type SmallDistrict, staffOf } from './small-district.ts'

const pupils = Object.values(families)
type About = { id: string; student_id: string; school_id: string }

/** One of the rows a text finds, or nothing. */
export async function oneOf<T = About>(
  { chance, rows }: SmallDistrict,
  text: string,
): Promise<T | undefined> {
  const found = await rows<T>(text)
  return found.length === 0 ? undefined : chance.one(found)
}

/** A concern that is screened and decided in one go, as most are. */
async function decide(district: SmallDistrict, concern: About) {
  const { chance, now } = district
  const by = await district.somebody(triageStaff, concern.school_id)
  if (by === undefined) return undefined
  const set = chance.one(['low', 'moderate', 'moderate', 'moderate', 'high'] as const)
  const { id: concernId } = concern
  const screened = await screenConcern.perform(by, { concernId, version: 1, answers: answers[set] })
  if (!screened.done) return screened
  const path = ({ low: 'a', moderate: 'b', high: 'c' } as const)[set]
  const [owner, navigator] = [
    staffOf(triageStaff, concern.school_id),
    staffOf(['navigator', 'care_coordinator'], concern.school_id),
  ].map((able) => cast[chance.one(able).key].id)
  const [startsOn, reviewOn, plannedEndOn] = [0, 10, 30].map((days) => daysOn(now(), days))
  const support = { focus: 'A break', ownerId: owner, startsOn, reviewOn, plannedEndOn }
  return decideTriage.perform(by, {
    ...choices[path],
    concernId,
    screeningId: screened.result.screeningId,
    reasonCategory: chance.one(['worry_and_sleep', 'low_mood', 'loss_and_grief']),
    exitCriterion: chance.one(['goals_met', 'more_is_needed', 'care_goals_met']),
    ...(path === 'a' && { support }),
    ...(path === 'b' && { navigatorId: navigator }),
  })
}

const waiting = `select id, student_id, school_id from concern
  where state in ('submitted', 'acknowledged') and student_id is not null order by id`
const running = `select id, student_id, school_id from brief_support where ended_at is null order by id`
const incidents = `select id, student_id, school_id from crisis_incident where state = 'open' order by id`

const concernMoves: readonly Move[] = [
  {
    name: 'a concern is raised',
    weight: 8,
    async make(district) {
      const pupil = district.chance.one(pupils)
      const by = await district.somebody(['teacher', ...triageStaff], schools[pupil.school].id)
      const urgency = district.chance.one(['today', 'this_week', 'when_possible'])
      return by && raiseConcern.perform(by, { studentId: pupil.id, observed: 'Quiet', urgency })
    },
  },
  {
    name: 'a concern is acknowledged',
    weight: 3,
    async make(district) {
      const concern = await oneOf(district, waiting)
      const by = concern && (await district.somebody(triageStaff, concern.school_id))
      return concern && by && acknowledgeConcern.perform(by, { concernId: concern.id })
    },
  },
  {
    name: 'a concern is decided',
    weight: 10,
    async make(district) {
      const concern = await oneOf(district, waiting)
      return concern && decide(district, concern)
    },
  },
  {
    name: 'a concern is closed',
    weight: 1,
    async make(district) {
      const concern = await oneOf(district, waiting)
      const by = concern && (await district.somebody(triageStaff, concern.school_id))
      return concern && by && closeConcern.perform(by, { concernId: concern.id, reason: 'Talked with her' })
    },
  },
  {
    name: 'a new triage is opened',
    weight: 2,
    async make(district) {
      const pupil = district.chance.one(pupils)
      const by = await district.somebody(triageStaff, schools[pupil.school].id)
      const changed = { studentId: pupil.id, observed: 'It got worse', urgency: 'today' }
      return by && retriageStudent.perform(by, changed)
    },
  },
]

const supportMoves: readonly Move[] = [
  {
    name: 'a support is started',
    weight: 3,
    async make(district) {
      const support = await oneOf(district, running)
      const by = support && (await district.somebody(triageStaff, support.school_id))
      return support && by && startSupport.perform(by, { supportId: support.id })
    },
  },
  {
    name: 'a support is reviewed',
    weight: 4,
    async make(district) {
      const { chance, now } = district
      const support = await oneOf(district, running)
      const by = support && (await district.somebody(triageStaff, support.school_id))
      const given = {
        outcome: chance.one(['continue', 'met', 'step_up', 'step_down', 'left']),
        nextReviewOn: daysOn(now(), 1 + chance.below(14)),
        exitCriterion: chance.one(['goals_met', 'not_improving', 'family_chose_to_stop']),
        entryCriterion: chance.one(['everyone', 'stepped_down']),
        whatChanged: 'Two days away',
      }
      return support && by && reviewSupport.perform(by, { supportId: support.id, improving: 'no', ...given })
    },
  },
  {
    name: 'somebody is to be looked at again',
    weight: 1,
    async make(district) {
      const pupil = district.chance.one(pupils)
      const by = await district.somebody(triageStaff, schools[pupil.school].id)
      const rhythm = { studentId: pupil.id, everyDays: 14, reason: 'Misses Mondays' }
      return by && startReassessing.perform(by, rhythm)
    },
  },
]

const crisisMoves: readonly Move[] = [
  {
    name: 'a crisis begins',
    weight: 1,
    async make(district) {
      const pupil = district.chance.one(pupils)
      const by = await district.somebody(['teacher', ...triageStaff], schools[pupil.school].id)
      return by && startIncident.perform(by, { studentId: pupil.id, place: 'Room 9', onPremises: 'yes' })
    },
  },
  {
    name: 'a crisis is answered',
    weight: 2,
    async make(district) {
      const incident = await oneOf(district, incidents)
      const by = incident && (await district.somebody(['crisis_lead', 'designated_lead'], incident.school_id))
      return incident && by && acknowledgeAlert.perform(by, { incidentId: incident.id })
    },
  },
]

/** Concerns, decisions, support at school and crises, as staff meets them. */
export const triageMoves: readonly Move[] = [...concernMoves, ...supportMoves, ...crisisMoves]
