import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { consentsForReferral, isMinorConsented } from '#consent/contract.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { choice, day, id, timeOfDay } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import {
  navigatingStaff,
  type Referral,
  reminderChannels,
  reminderReplies,
  remindersOf,
} from '#referrals/contract.ts'
import { languageTag } from './given.ts'
import { addReminderAttempt, findReferralOfReminder, remindablesOf } from './reminder-attempt-store.ts'
import { followReply } from './reminder-reply.ts'
import { obstaclesToReminding } from './reminder-rules.ts'
import { reminderObstacleWords } from './reminder-words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

/** What comes of a try: it did not arrive, or it did and this was the reply. */
export const reminderAnswers = [...reminderReplies, 'not_delivered'] as const

const Try = z.object({
  reminderId: id,
  /** A caregiver by id, or the student. */
  whom: z.union([z.literal('student'), id], { error: 'Say whom you tried to reach' }),
  channel: choice(reminderChannels, 'Say how you tried'),
  language: languageTag,
  answer: choice(reminderAnswers, 'Say what came of it'),
  /** When it happened; now when left out. */
  on: day.optional(),
  at: timeOfDay.optional(),
})
type Tried = z.output<typeof Try>

async function momentOf({ tx, now }: Unit, { on, at }: Tried): Promise<Date> {
  const calendar = await calendarOf(tx)
  return at === undefined ? now : instantAt(calendar, on ?? dayOf(calendar, now), at)
}

function write(unit: Unit, referral: Referral, tried: Tried & { happenedAt: Date }): void {
  const { reminderId, whom, channel, language, answer, happenedAt } = tried
  const reply = answer === 'not_delivered' ? null : answer
  const reached = whom === 'student' ? ('student' as const) : ('caregiver' as const)
  addReminderAttempt(unit, {
    reminderId,
    reached,
    channel,
    language,
    happenedAt,
    reply,
    referralId: referral.id,
    studentId: referral.studentId,
    caregiverId: whom === 'student' ? null : whom,
    outcome: reply === null ? 'not_delivered' : 'delivered',
  })
  unit.record(reply === null ? 'reminder.failed' : 'reminder.delivered', subjectOf(referral), {
    reminderId,
    reached,
    channel,
    language,
    reply,
    happenedAt: happenedAt.toISOString(),
  })
}

/**
 * The navigator reminded a family of a visit, or tried to: whom, how, in which language, and what came of it,
 * from closed lists alone [R057]. One that did not arrive stays owed; each further try is a row more.
 */
export const logReminder = act({
  name: 'handoffs/log-reminder',
  by: navigatingStaff,
  given: Try,
  refusals: reminderObstacleWords,
  async do(unit, given) {
    const referralId = (await findReferralOfReminder(unit.tx, given.reminderId)) ?? notFound()
    const { referral } = await workOnHandoff(unit, referralId)
    const [reminders, caregivers, happenedAt] = await Promise.all([
      remindersOf(unit.tx, referralId),
      remindablesOf(unit.tx, referral.studentId),
      momentOf(unit, given),
    ])
    const reminder = reminders.find((each) => each.id === given.reminderId) ?? notFound()
    const { whom, answer } = given
    const minorConsented = isMinorConsented(await consentsForReferral(unit.tx, referralId))
    const judged = { reminder, whom, caregivers, minorConsented, happenedAt, now: unit.now }
    const because = obstaclesToReminding(judged)
    if (because.length > 0) return refused(because)

    write(unit, referral, { ...given, happenedAt })
    await followReply(unit, referral, { reminder, answer })
    return done({ referralId, reminderId: reminder.id })
  },
})
