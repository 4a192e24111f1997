import { z } from 'zod'
import { timeOfDay } from '#platform/given.ts'
import { count } from './wording.ts'

/** When messages go out, how many a family gets, and when somebody is told that one did not arrive. */
export const MessageRules = z.strictObject({
  /** Nothing but a crisis alert goes out from here on, on the district's clock. */
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
  digestAt: timeOfDay,
  /** Whichever agency or office they are from. */
  familyPerWeek: count(1, 21),
  remindHoursBefore: count(1, 168),
  triesRefused: count(1, 20),
  /** After so many minutes without being taken, an alert is somebody else's to pass on. */
  tellAfterMinutes: count(1, 1440),
  tryForHours: count(3, 336),
})
export type MessageRules = z.infer<typeof MessageRules>

export const shippedMessageRules: MessageRules = {
  quietFrom: '20:00',
  quietUntil: '08:00',
  digestAt: '07:00',
  familyPerWeek: 3,
  remindHoursBefore: 24,
  triesRefused: 3,
  tellAfterMinutes: 10,
  tryForHours: 72,
}
