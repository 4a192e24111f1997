import { Choices, kept } from '#design/contract.ts'
import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import type { View } from '#access/screen.ts'
import { alertAbouts, type SupportAlert } from '../alert.ts'
import { alertWords } from '../screen-words.ts'
import { aboutWords } from '../words.ts'

const say = alertWords()
const sayAbout = aboutWords('en')

/** A moment as its day and time of day, on the clock of the district. */
export const momentOf = (at: Date, { calendar, now }: { calendar: SchoolCalendar; now: Date }): string =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

type Stands = Pick<SupportAlert, 'answerDueAt' | 'acknowledgedAt'> & { acknowledgedByName?: string | null }

/** Whether somebody has it, and by when somebody has to. */
export function standsOf(alert: Stands, at: { calendar: SchoolCalendar; now: Date }): string {
  if (alert.acknowledgedAt !== null) {
    const when = momentOf(alert.acknowledgedAt, at)
    const name = alert.acknowledgedByName
    return name == null ? say('has_it_unnamed', { when }) : say('has_it', { name, when })
  }
  return alert.answerDueAt < at.now ? say('past') : say('waits', { when: momentOf(alert.answerDueAt, at) })
}

/** The closed list. */
export function Abouts({ view }: { view: View }) {
  const { value, ...field } = kept(view)('about')
  return (
    <Choices
      {...field}
      legend={say('about')}
      chosen={value ?? ''}
      options={alertAbouts.map((about) => ({ value: about, label: sayAbout(about) }))}
    />
  )
}
