import { publicActor } from '#access/actor.ts'
import { answerReview } from '#concerns/answer-review.ts'
import { askAsStudent } from '#concerns/ask-as-student.ts'
import { matchStudent } from '#concerns/match-student.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { triageQueue } from '#concerns/triage-queue.ts'
import { giveStrategy } from '#supports/give-strategy.ts'
import { reviewSupport } from '#supports/review-support.ts'
import { startSupport } from '#supports/start-support.ts'
import { cast } from '../cast.ts'
import { families } from '../families.ts'
import { riversideId, schools } from '../places.ts'
import { answersFor } from './answers.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'
import { Walk } from './walk.ts'

/** A support in September that ended because its goals were met. */
const helped: Story = async ({ teller, almanac: { moment, day } }) => {
  const walk = new Walk(teller, 'caleb')
  await walk.at(moment(-33, '11:10')).raise('Comes late each morning and waits outside the door.')
  const support = {
    focus: 'Coming in with somebody he knows',
    ownerId: cast.daniel.id,
    startsOn: day(-31),
    reviewOn: day(-18),
    plannedEndOn: day(-10),
  }
  const reasonCategory = 'attendance_and_avoidance'
  const { openedId: supportId } = await walk.at(moment(-32, '08:50')).decide('a', { reasonCategory, support })
  await walk.at(moment(-31, '08:10')).by('daniel', startSupport, { supportId })
  const words = 'Say good morning at the door, and nothing about the time.'
  await walk.at(moment(-30, '12:20')).by('daniel', giveStrategy, { supportId, givenTo: 'teacher', words })
  await walk.at(moment(-18, '14:10')).by('daniel', reviewSupport, {
    supportId,
    outcome: 'met',
    improving: 'yes',
    exitCriterion: 'goals_met',
    entryCriterion: 'everyone',
  })
}

/**
 * The counselor departs from the checklist and tries support at school first; the second person agrees the
 * same day. It was looked at twice and helped little: that is why she was referred later on.
 */
const triedFirst: Story = async ({ teller, almanac: { moment, day } }) => {
  const walk = new Walk(teller, 'gia')
  await walk.at(moment(-25, '10:30')).raise('Quiet since the holidays. Eats alone and asks to stay inside.')
  const support = {
    focus: 'One lunch a week with a small group',
    ownerId: cast.priya.id,
    startsOn: day(-23),
    reviewOn: day(-16),
    plannedEndOn: day(6),
  }
  const departing = {
    answers: 'b' as const,
    overrideReason: 'Her grandmother asks that somebody she knows at school tries first.',
    reviewerId: cast.olive.id,
  }
  const decided = await walk.at(moment(-24, '09:10')).decide('a', { ...departing, support })
  const note = 'Agreed, if it is looked at after a week and not later.'
  const { decisionId, openedId: supportId } = decided
  await walk.at(moment(-24, '13:40')).by('olive', answerReview, { decisionId, answer: 'agree', note })
  await walk.at(moment(-23, '11:50')).by('priya', startSupport, { supportId })
  const goesOn = { supportId, outcome: 'continue', improving: 'no' }
  for (const [on, nextReviewOn] of [
    [-16, day(-9)],
    [-9, day(2)],
  ] as const)
    await walk.at(moment(on, '11:50')).by('priya', reviewSupport, { ...goesOn, nextReviewOn })
}

/** A student whose family withdrew asks on the page of his school. He was taken up this morning. */
export const asksHimself: Story = async ({ teller, almanac: { moment } }) => {
  teller.at(moment(-1, '14:50'))
  const { given, family, id: studentId, grade } = families.liam
  const liam = { ...teller.being('daniel'), actor: publicActor(riversideId, schools.alderCreek.id) }
  await perform(liam, askAsStudent, {
    language: 'en',
    name: `${given} ${family}`,
    grade,
    observed: 'I do not want to go anywhere for it. Can I talk to somebody here?',
    urgency: 'this_week',
  })
  teller.at(moment(0, '08:20'))
  const daniel = teller.being('daniel')
  const { concerns } = await triageQueue.see(daniel, {})
  const concernId = concerns.find(({ source }) => source === 'student')?.id
  await perform(daniel, matchStudent, { concernId, studentId })
  await perform(daniel, screenConcern, { concernId, version: 1, answers: answersFor.a })
}

/** Supports at school of some weeks ago. What came to the same students later is told after. */
export const supported: Record<string, Story> = {
  'a support that helped': helped,
  'a support that was tried first': triedFirst,
}
