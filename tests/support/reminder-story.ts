import { bookAppointment } from '#handoffs/book-appointment.ts'
import { logReminder } from '#handoffs/log-reminder.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { agencyStory } from './agency-story.ts'
import { visitFor } from './handoff-story.ts'

/** Tuesday, October 13, 2026: visits are booked for Thursday. Their families are reminded on the next day. */
export const tuesday = '2026-10-13T20:30:00Z'
export const wednesday = '2026-10-14T18:00:00Z'

export const caregiverOf = (family: FamilyKey) => families[family].caregivers[0]?.id as string

/** Riverside with visits that were booked, and the reminders that come with them. */
export async function reminderStory() {
  const story = await agencyStory()
  const maya = () => story.being('maya')
  const reminderOf = async (appointmentId: string) => {
    const [row] = await story.rows(
      'select id from appointment_reminder where appointment_id = $1',
      appointmentId,
    )
    return row?.['id'] as string
  }
  const visitOf = async (referralId: string) => {
    const { appointmentId } = story.must(await bookAppointment.perform(maya(), visitFor(referralId)))
    return { referralId, appointmentId, reminderId: await reminderOf(appointmentId) }
  }
  /** A visit for Thursday 16:30 that the navigator booked with the family, its agency having said yes. */
  const booked = async (family: FamilyKey) => {
    story.clock.set(tuesday)
    return visitOf((await story.accepted(family)).referralId)
  }
  /** What the navigator writes down of a call to the family. */
  const tell = (reminderId: string, family: FamilyKey, change: object = {}) => {
    const called = { whom: caregiverOf(family), channel: 'phone', language: 'es', answer: 'confirmed' }
    return logReminder.perform(maya(), { reminderId, ...called, ...change })
  }
  return { ...story, maya, reminderOf, visitOf, booked, tell }
}
export type ReminderStory = Awaited<ReturnType<typeof reminderStory>>
