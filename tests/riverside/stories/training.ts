import { sideOf } from '#access/roles.ts'
import { trainings } from '#access/trainings.ts'
import { publishRequirement } from '#training/publish-requirement.ts'
import { recordCompletion } from '#training/record-completion.ts'
import { recordSession } from '#training/record-session.ts'
import { sampleLines, validMonths } from '#training/shipped.ts'
import { cast, type CastKey, type Member } from '../cast.ts'
import { schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const atSchool = Object.entries(cast)
  .filter(([, { assignments }]: [string, Member]) =>
    assignments.some(({ role }) => sideOf(role) === 'school'),
  )
  .map(([key]) => key as CastKey)

/** The day on which a training was given that ends on this one. */
const yearBefore = (day: string) =>
  Temporal.PlainDate.from(day).subtract({ months: validMonths.shipped }).toString()

const firstSteps = async ({ teller, almanac: { moment, day } }: Parameters<Story>[0]) => {
  teller.at(moment(-20, '08:30'))
  const words = { version: 0, validMonths: validMonths.shipped, required: 'yes', inForceOn: day(-20) }
  for (const topic of trainings)
    await perform(teller.being('yolanda'), publishRequirement, {
      ...words,
      topic,
      lines: sampleLines[topic].join('\n'),
    })
}

/** Who is told of by name: everybody else was trained when the training was first required. */
const early: readonly CastKey[] = ['olive', 'samuel']

async function staff({ teller, almanac: { day } }: Parameters<Story>[0]) {
  const record = (topic: string, keys: readonly CastKey[], trainedOn: string) =>
    perform(teller.being(keys.includes('yolanda') ? 'ruth' : 'yolanda'), recordCompletion, {
      topic,
      personIds: keys.map((key) => cast[key].id),
      trainedOn,
    })
  for (const topic of trainings) {
    const usual = atSchool.filter((key) => key !== 'yolanda' && !(topic === 'rubric' && early.includes(key)))
    await record(topic, usual, day(-21))
    await record(topic, ['yolanda'], day(-21))
  }
  await record('rubric', ['olive'], yearBefore(day(-3)))
  await record('rubric', ['samuel'], yearBefore(day(12)))
}

async function students({ teller, almanac: { moment, day } }: Parameters<Story>[0]) {
  teller.at(moment(-9, '15:10'))
  const schoolId = schools.alderCreek.id
  const crisis = { topic: 'in_a_crisis', heldOn: day(-10) }
  for (const session of [
    { schoolId, grade: '6', invited: 92, present: 84, ...crisis },
    { schoolId, grade: '7', invited: 88, present: 61, ...crisis },
    { schoolId: schools.harlow.id, grade: '9', invited: 140, present: 118, ...crisis },
    { schoolId, grade: '7', invited: 88, present: 80, topic: 'asking_for_help', heldOn: day(-9) },
  ])
    await perform(teller.being('ruth'), recordSession, session)
}

/**
 * Everybody at school was trained in all three, as the samples say: Olive's training to run the rubric ended
 * three days ago, and Samuel's will soon. Students learned what to do in a crisis, grade by grade.
 */
export const training: Story = async (told) => {
  await firstSteps(told)
  await staff(told)
  await students(told)
}
