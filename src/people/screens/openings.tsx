import { screen, type View } from '#access/screen.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { lookOpenings, mostWaiting, type SeenOpenings } from '../look-openings.ts'
import { isEscalated, isOpenAt, type RecordOpening, reviewDueAt } from '../opening.ts'
import { findingWords, openingPageWords, openingReasonWords } from '../opening-words.ts'

const say = openingPageWords()
const because = openingReasonWords()
const found = findingWords()

type Seen = { calendar: SchoolCalendar; now: Date }

/** A moment on the district's clock, as seen from today. */
export const moment = (at: Date, { calendar, now }: Seen): string =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

const Student = ({ row }: { row: RecordOpening }) => (
  <>
    <bdi>{row.studentName}</bdi>
    <br />
    <small>{row.schoolName ?? say('no_school')}</small>
  </>
)

const Who = ({ row }: { row: RecordOpening }) => (
  <>
    <bdi>{row.personName}</bdi>
    <br />
    <small>{because(row.reason)}</small>
  </>
)

const Opened = ({ row, seen }: { row: RecordOpening; seen: Seen }) => (
  <>
    {moment(row.openedAt, seen)}
    {isOpenAt(row, seen.now) && (
      <>
        <br />
        <small>{say('open_until', { at: timeOf(seen.calendar, row.endsAt) })}</small>
      </>
    )}
  </>
)

const Due = ({ row, seen }: { row: RecordOpening; seen: Seen }) => (
  <>
    {moment(reviewDueAt(row.openedAt), seen)}
    {isEscalated(row, seen.now) && (
      <>
        <br />
        <strong>{say('late')}</strong>
      </>
    )}
  </>
)

const To = ({ row }: { row: RecordOpening }) => (
  <a href={`/privacy/openings/${row.id}`}>
    {say('review')}
    <span class="vh"> {row.personName}</span>
  </a>
)

const Waiting = ({ seen }: { seen: SeenOpenings }) => (
  <Table
    caption={<span class="vh">{say('waiting')}</span>}
    rows={seen.waiting}
    columns={[
      { head: say('head_who'), cell: (row) => <Who row={row} /> },
      { head: say('head_student'), cell: (row) => <Student row={row} /> },
      { head: say('head_when'), cell: (row) => <Opened row={row} seen={seen} /> },
      { head: say('head_due'), cell: (row) => <Due row={row} seen={seen} /> },
      { head: say('review'), cell: (row) => <To row={row} />, fit: true },
    ]}
  />
)

const Reviewed = ({ seen }: { seen: SeenOpenings }) => (
  <Table
    caption={<span class="vh">{say('reviewed')}</span>}
    rows={seen.reviewed}
    columns={[
      {
        head: say('head_who'),
        cell: (row) => <a href={`/privacy/openings/${row.id}`}>{row.personName}</a>,
      },
      { head: say('head_student'), cell: (row) => <Student row={row} /> },
      { head: say('head_when'), cell: (row) => <Opened row={row} seen={seen} /> },
      {
        head: say('head_finding'),
        cell: ({ finding, reviewedByName, reviewedAt }) =>
          finding !== null &&
          reviewedAt !== null &&
          say('found_by', {
            finding: found(finding),
            name: reviewedByName ?? '',
            at: moment(reviewedAt, seen),
          }),
      },
    ]}
  />
)

function OpeningsPage(seen: SeenOpenings, { shell }: View) {
  return (
    <Page shell={shell}>
      <PageHead title={say('title')}>
        <p class="lead">{say('lead')}</p>
      </PageHead>
      <div class="flow">
        <section class="flow" aria-labelledby="waiting">
          <h2 id="waiting">{say('waiting')}</h2>
          {seen.waiting.length === 0 ? (
            <Empty fact={say('waiting_none')} note={say('waiting_note')} />
          ) : (
            <Waiting seen={seen} />
          )}
          {seen.more && <p>{say('more', { count: mostWaiting })}</p>}
        </section>
        {seen.reviewed.length > 0 && (
          <section class="flow" aria-labelledby="reviewed">
            <h2 id="reviewed">{say('reviewed')}</h2>
            <Reviewed seen={seen} />
          </section>
        )}
      </div>
    </Page>
  )
}

/** Whoever opened a student beyond their schools, in the menu of those who look at it. */
export const openingsScreen = screen({
  address: '/privacy/openings',
  title: say('title'),
  look: lookOpenings,
  page: OpeningsPage,
  nav: { section: 'records', label: say('title'), order: 31 },
})
