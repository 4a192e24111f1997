import { momentWords, type Reading } from '#consent/contract.ts'
import { type Reminder, standingOfReminder } from '../reminder.ts'
import { reminderCodeWords, reminderStandsWords } from '../reminder-words.ts'

const say = reminderStandsWords()
const code = reminderCodeWords()

/** How the reminder of a visit stands: owed by when, arrived with which reply, or off. */
export function reminderSaid(reminder: Reminder, reading: Reading): string {
  const standing = standingOfReminder(reminder, reading.now)
  if (standing === 'owed') return say('owed', { at: momentWords(reminder.dueAt, reading) })
  if (standing === 'move_asked')
    return say('move_asked', { at: momentWords(reminder.moveAskedAt ?? reading.now, reading) })
  const last = reminder.attempts.find(({ outcome }) => outcome === 'delivered')
  if (standing === 'off' || last === undefined) return say('off')
  return say('delivered', {
    at: momentWords(last.happenedAt, reading),
    reply: code(last.reply ?? 'no_reply').toLowerCase(),
  })
}

type Props = { reminder: Reminder; reading: Reading; mayWork: boolean }

/** The same in a line, with the way to where a try is recorded. */
export const ReminderLine = ({ reminder, reading, mayWork }: Props) => {
  const owed = standingOfReminder(reminder, reading.now) === 'owed'
  return (
    <>
      {reminderSaid(reminder, reading)}{' '}
      <a href={`/reminders/${reminder.id}`}>{say(owed && mayWork ? 'record' : 'see')}</a>
    </>
  )
}
