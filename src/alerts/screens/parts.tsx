import { Act, Choices, Empty, kept, Table } from '#design/contract.ts'
import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import type { View } from '#access/screen.ts'
import { alertAbouts, type SupportAlert } from '../alert.ts'
import { alertWords } from '../screen-words.ts'
import { aboutWords } from '../words.ts'

const say = alertWords()
const sayAbout = aboutWords('en')

type Moments = { calendar: SchoolCalendar; now: Date }

/** A moment as its day and time of day, on the clock of the district. */
const momentOf = (at: Date, { calendar, now }: Moments): string =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

type Stands = Pick<SupportAlert, 'answerDueAt' | 'acknowledgedAt'> & { acknowledgedByName?: string | null }

/** Whether somebody has it, and by when somebody has to. */
function standsOf(alert: Stands, at: Moments): string {
  if (alert.acknowledgedAt !== null) {
    const when = momentOf(alert.acknowledgedAt, at)
    const name = alert.acknowledgedByName
    return name == null ? say('has_it_unnamed', { when }) : say('has_it', { name, when })
  }
  return alert.answerDueAt < at.now ? say('past') : say('waits', { when: momentOf(alert.answerDueAt, at) })
}

type Row = Stands & Pick<SupportAlert, 'id' | 'about' | 'direction' | 'sentAt'>
type Listed<R extends Row> = Moments & {
  alerts: readonly R[]
  /** Who told whom, in the words of the side that reads it. */
  wayOf: (alert: R) => string
  /** Whether whoever reads it may say that they have it. */
  mayTake: (alert: R) => boolean
  /** Where they say so. */
  takeAt: (alert: R) => string
}

/** The alerts of a student or of one referral, the latest first. */
export function Alerts<R extends Row>({
  view,
  listed: { alerts, wayOf, mayTake, takeAt, ...at },
}: {
  view: View
  listed: Listed<R>
}) {
  if (alerts.length === 0) return <Empty fact={say('none')} note={say('none_note')} />
  const stands = (alert: R) => (
    <>
      {standsOf(alert, at)}{' '}
      {alert.acknowledgedAt === null && mayTake(alert) && (
        <Act id={`take-${alert.id}`} to={takeAt(alert)} shell={view.shell}>
          {say('take')}
        </Act>
      )}
    </>
  )
  return (
    <Table<R>
      caption={say('caption')}
      narrow="pairs"
      rows={alerts}
      columns={[
        { head: say('what'), cell: ({ about }) => sayAbout(about) },
        { head: say('way'), cell: wayOf },
        { head: say('when'), cell: ({ sentAt }) => momentOf(sentAt, at) },
        { head: say('stands'), cell: stands },
      ]}
    />
  )
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
