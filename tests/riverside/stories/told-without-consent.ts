import { recordException } from '#exceptions/record-exception.ts'
import { reviewException } from '#exceptions/review-exception.ts'
import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import { families } from '../families.ts'
import type { CastKey } from '../cast.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

const calendar = weekdayCalendar('America/Los_Angeles')

/** A call to the crisis team that was looked at, one that nobody has looked at yet, and a report. */
export const toldWithoutConsent: Story = async ({ teller, almanac }) => {
  const by = (key: CastKey, moment: Date) => {
    teller.at(moment)
    return teller.being(key)
  }
  const when = (moment: Date) => ({ onDay: dayOf(calendar, moment), atTime: timeOf(calendar, moment) })
  const { moment } = almanac
  const emergency = { basis: 'health_safety_emergency', channel: 'phone', familySees: 'family' }
  const called = moment(-9, '10:40')
  const { exceptionId } = await perform(by('priya', called), recordException, {
    ...emergency,
    ...when(called),
    studentId: families.wren.id,
    threat: 'Wrote to a friend at 10:20 that she would hurt herself before lunch, and had left class.',
    items: ['identity', 'appearance', 'whereabouts', 'what_was_observed'],
    recipientKind: 'crisis_team',
    recipientName: 'Call 2231',
    recipientOffice: 'County mobile crisis team',
  })
  const finding = { exceptionId, finding: 'within_basis' }
  await perform(by('leila', moment(-8, '09:30')), reviewException, finding)
  const asked = moment(-6, '13:15')
  await perform(by('daniel', asked), recordException, {
    ...emergency,
    ...when(asked),
    studentId: families.mateo.id,
    threat:
      'Ran from school toward the river after saying he did not want to live; not found for 40 minutes.',
    items: ['identity', 'appearance', 'whereabouts', 'caregiver_contact'],
    recipientKind: 'police',
    recipientName: 'Dispatcher, call 0917',
    recipientOffice: 'Riverside police',
  })
  const reported = moment(-2, '11:05')
  await perform(by('daniel', reported), recordException, {
    ...when(reported),
    basis: 'mandated_report',
    studentId: families.mateo.id,
    items: ['identity', 'what_was_observed', 'caregiver_contact'],
    channel: 'phone',
    recipientKind: 'child_protection',
    recipientName: 'Intake worker 88',
    recipientOffice: 'County child protection',
    reportReference: 'CP-60114',
  })
}
