import { closeEscalation } from '#escalations/close-escalation.ts'
import { confirmCapacity } from '#escalations/confirm-capacity.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { recordContact } from '#escalations/record-contact.ts'
import { takeEscalation } from '#escalations/take-escalation.ts'
import { endAbsence } from '#district/end-absence.ts'
import { endAssignment } from '#district/end-assignment.ts'
import { nameBackup } from '#district/name-backup.ts'
import { setAbsence } from '#district/set-absence.ts'
import { handOverWork } from '#coordination/hand-over-work.ts'
import { checkLost } from '#coordination/check-lost.ts'
import { blockAccess } from '#people/block-access.ts'
import { closeReview } from '#reviews/close-review.ts'
import { finishTask } from '#reviews/finish-task.ts'
import { markLine } from '#reviews/mark-line.ts'
import { openReview } from '#reviews/open-review.ts'
import { assignmentId, cast, type CastKey } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { daysOn } from './days.ts'
import type { Move } from './moves.ts'
import { oneOf } from './moves-triage.ts'
import { type SmallDistrict, staffOf } from './small-district.ts'

type Escalation = { id: string; school_id: string }
const escalations = `select id, school_id from escalation where closed_at is null order by id`
const leads = ['designated_lead', 'student_support_head'] as const

/** A lead works through a stalled loop: some of the steps, in order, as far as they get. */
async function workThrough(district: SmallDistrict, { id: escalationId, school_id }: Escalation) {
  const { chance, now } = district
  const by = await district.somebody(leads, school_id)
  if (by === undefined) return undefined
  const taken = await takeEscalation.perform(by, { escalationId })
  const steps = chance.below(5)
  if (steps === 0) return taken
  const spokenTo = { escalationId, reached: 'yes', barriers: ['transportation'] }
  const contacted = await recordContact.perform(by, spokenTo)
  if (steps === 1) return contacted
  const confirmed = await confirmCapacity.perform(by, { escalationId, acceptance: 'waitlist' })
  if (steps === 2) return confirmed
  const againOn = daysOn(now(), 1 + chance.below(10))
  const decision = chance.one(['continue', 'other_agency'])
  const decided = await decideEscalation.perform(by, { escalationId, decision, againOn, reason: 'capacity' })
  if (steps === 3) return decided
  const ending = chance.one(['connected', 'other_plan'])
  return closeEscalation.perform(by, { escalationId, ending, words: 'A group at school', againOn })
}

/** A weekly review of one school: opened, some of it marked, and closed or left open. */
async function review(district: SmallDistrict) {
  const { chance, now } = district
  const school = schools[chance.one(['alderCreek', 'larkspur', 'harlow'] as const)].id
  const by = await district.somebody(['navigator', 'designated_lead'], school)
  const opened = by && (await openReview.perform(by, { schoolIds: [school] }))
  if (by === undefined || opened?.done !== true) return opened
  const { reviewId } = opened.result
  const lines = await district.rows<{ referral_id: string }>(
    'select referral_id from weekly_review_line where review_id = $1 order by position',
    [reviewId],
  )
  for (const { referral_id: referralId } of lines.filter(() => chance.is(0.6))) {
    const owner = cast[chance.one(staffOf(['navigator', 'care_coordinator'], school)).key].id
    const decision = chance.one(['goes_on', 'task', 'ask_lead'])
    const task = { what: 'call_family', ownerId: owner, dueOn: daysOn(now(), 3) }
    const said = { reviewId, referralId, outcome: 'reviewed', decision, words: 'It does not move' }
    await markLine.perform(by, { ...said, ...(decision === 'task' && task) })
  }
  const personIds = [by.actor.personId as string]
  return chance.is(0.7) ? closeReview.perform(by, { reviewId, personIds }) : opened
}

const workMoves: readonly Move[] = [
  {
    name: 'a lead works on a stalled loop',
    weight: 8,
    async make(district) {
      const escalation = await oneOf<Escalation>(district, escalations)
      return escalation && workThrough(district, escalation)
    },
  },
  { name: 'a week is reviewed', weight: 3, make: review },
  {
    name: 'a task is finished',
    weight: 3,
    async make(district) {
      const task = await oneOf<Escalation>(
        district,
        'select id, school_id from review_task where finished_at is null order by id',
      )
      const by = task && (await district.somebody(['navigator', 'designated_lead'], task.school_id))
      return task && by && finishTask.perform(by, { taskId: task.id, outcome: 'done' })
    },
  },
]

/** Who comes and goes. Whoever covers every school stays: a district without anybody is nobody's to mend. */
const passing: readonly CastKey[] = ['maya', 'jonah', 'daniel', 'priya', 'ines', 'olive', 'samuel', 'lucia']
const colleague = ({ chance }: SmallDistrict) =>
  cast[chance.one([...passing, 'helen', 'grace', 'ruth'] as const)].id

const peopleMoves: readonly Move[] = [
  {
    name: 'somebody is away',
    weight: 4,
    async make(district) {
      const { chance, now } = district
      const key = chance.one([...passing, 'helen', 'grace'] as const)
      const by = await district.being(chance.is(0.7) ? key : 'ruth')
      const from = chance.below(3)
      const days = { fromOn: daysOn(now(), from), throughOn: daysOn(now(), from + chance.below(9)) }
      const away = { personId: cast[key].id, backupId: colleague(district), ...days }
      return by && setAbsence.perform(by, away)
    },
  },
  {
    name: 'somebody is back',
    weight: 1,
    async make(district) {
      const away = await oneOf<{ id: string }>(district, 'select id from absence where ended_on is null')
      const by = await district.being('ruth')
      return away && by && endAbsence.perform(by, { absenceId: away.id })
    },
  },
  {
    name: 'somebody names who stands in',
    weight: 2,
    async make(district) {
      const key = district.chance.one(passing)
      const by = await district.being(key)
      const named = { personId: cast[key].id, backupId: colleague(district) }
      return by && nameBackup.perform(by, named)
    },
  },
  {
    name: 'somebody leaves',
    weight: 0.4,
    async make(district) {
      const by = await district.being('yolanda')
      const leaving = assignmentId(district.chance.one(passing))
      return by && endAssignment.perform(by, { assignmentId: leaving })
    },
  },
  {
    name: 'somebody is kept from a student',
    weight: 0.5,
    async make(district) {
      const by = await district.being('leila')
      const referral = await oneOf<{ student_id: string }>(district, 'select student_id from referral')
      if (by === undefined || referral === undefined) return undefined
      const kept = { studentId: referral.student_id, personId: cast[district.chance.one(passing)].id }
      return blockAccess.perform(by, { ...kept, kind: 'student_objection' })
    },
  },
  {
    name: 'work that was left is given to somebody',
    weight: 3,
    async make(district) {
      const { chance } = district
      const school = schools[chance.one(['alderCreek', 'larkspur', 'harlow'] as const)].id
      const by = await district.being('ruth')
      const [toId, concernsToId] = [cast.grace.id, cast.helen.id]
      const personId = cast[chance.one(passing)].id
      return by && handOverWork.perform(by, { personId, schoolId: school, toId, concernsToId })
    },
  },
]

const houseMoves: readonly Move[] = [
  {
    name: 'time passes',
    weight: 14,
    always: true,
    make({ chance, pass }) {
      pass(chance.one([3, 40, 120, 300, 600, 1440, 1440, 2880, 4320]))
      return undefined
    },
  },
  {
    name: 'the night is looked through',
    weight: 2,
    always: true,
    async make({ system }) {
      await checkLost(system())
      return undefined
    },
  },
  {
    name: 'the house is down, and begins anew',
    weight: 1,
    always: true,
    async make({ chance, pass, restart }) {
      pass(chance.one([5, 700, 2000]))
      await restart()
      return undefined
    },
  },
]

/** Leads, reviews, who comes and goes, and what the house does by itself. */
export const otherMoves: readonly Move[] = [...workMoves, ...peopleMoves, ...houseMoves]
