import { recordException } from '#exceptions/record-exception.ts'
import { reviewException } from '#exceptions/review-exception.ts'
import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import { families } from '../families.ts'
import type { CastKey } from '../cast.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const calendar = weekdayCalendar('America/Los_Angeles')
const when = (moment: Date) => ({ onDay: dayOf(calendar, moment), atTime: timeOf(calendar, moment) })
const emergency = { basis: 'health_safety_emergency', channel: 'phone', familySees: 'family' }

const toTheCrisisTeam = {
  ...emergency,
  studentId: families.wren.id,
  threat: 'Wrote to a friend at 10:20 that she would hurt herself before lunch, and had left class.',
  items: ['identity', 'appearance', 'whereabouts', 'what_was_observed'],
  recipientKind: 'crisis_team',
  recipientName: 'Call 2231',
  recipientOffice: 'County mobile crisis team',
}
const toThePolice = {
  ...emergency,
  studentId: families.mateo.id,
  threat: 'Ran from school toward the river after saying he did not want to live; not found for 40 minutes.',
  items: ['identity', 'appearance', 'whereabouts', 'caregiver_contact'],
  recipientKind: 'police',
  recipientName: 'Dispatcher, call 0917',
  recipientOffice: 'Riverside police',
}
const report = {
  basis: 'mandated_report',
  studentId: families.mateo.id,
  items: ['identity', 'what_was_observed', 'caregiver_contact'],
  channel: 'phone',
  recipientKind: 'child_protection',
  recipientName: 'Intake worker 88',
  recipientOffice: 'County child protection',
  reportReference: 'CP-60114',
}

/** A call to the crisis team that was looked at, one that nobody has looked at yet, and a report. */
export const toldWithoutConsent: Story = async ({ teller, almanac: { moment } }) => {
  const by = (key: CastKey, at: Date) => {
    teller.at(at)
    return teller.being(key)
  }
  const tell = (key: CastKey, at: Date, given: object) =>
    perform(by(key, at), recordException, { ...given, ...when(at) })
  const { exceptionId } = await tell('priya', moment(-9, '10:40'), toTheCrisisTeam)
  const finding = { exceptionId, finding: 'within_basis' }
  await perform(by('leila', moment(-8, '09:30')), reviewException, finding)
  await tell('daniel', moment(-6, '13:15'), toThePolice)
  await tell('daniel', moment(-2, '11:05'), report)
}
