import type { View } from '#access/screen.ts'
import { ButtonLink, Clock, Empty, Mini, Page, PageHead, Pager, Table, Tag } from '#design/contract.ts'
import { clockWords, dayWords } from '#standards/contract.ts'
import { dayOf } from '#district/contract.ts'
import type { Tracked } from '../look-tracker.ts'
import { pauseWords } from '../pause-words.ts'
import { stepAt } from '../step-at.ts'
import { stepWords } from '../words.ts'
import { miniOf, standsAt } from './line-parts.tsx'
import { EndedRows } from './tracker-ended.tsx'
import { address, Asking, Filters } from './tracker-filters.tsx'
import { Student } from './tracker-student.tsx'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()
const sayStep = stepWords()
const paused = pauseWords()
type Row = Tracked['rows'][number]

const ownerOf = (row: Row) => {
  if (row.nextOwner === 'partner') return say('owner_partner', { name: row.partnerName ?? '' })
  return row.nextOwner === 'lead' ? say('owner_lead') : say('owner_navigator', { name: row.navigatorName })
}

function Owed({ row, now }: { row: Row; now: Date }) {
  const { nextStep, nextDueAt: dueAt } = row
  return (
    <>
      {nextStep === null ? '' : sayStep(stepAt(nextStep, { dueAt, now }))}
      <br />
      <small>{ownerOf(row)}</small>
    </>
  )
}

function Due({ row, tracked: { calendar, now } }: { row: Row; tracked: Tracked }) {
  const { headline, detail } = clockWords(calendar, { dueAt: row.nextDueAt, now })
  return (
    <>
      <Clock
        means={headline}
        time={detail}
        at={row.nextDueAt}
        late={row.nextLateAt !== null && row.nextLateAt <= now}
      />
      {row.pausedThrough !== null && (
        <Tag>{paused('tag', { day: dayWords(row.pausedThrough, dayOf(calendar, now)) })}</Tag>
      )}
    </>
  )
}

function Rows({ tracked }: { tracked: Tracked }) {
  const { filter, rows, calendar, now } = tracked
  const today = dayOf(calendar, now)
  const newest = filter.sort === 'newest'
  const sortBy = (sort: 'due' | 'newest', direction: 'ascending' | 'descending') => ({
    href: address(filter, { sort }),
    ...(filter.sort === sort && { now: direction }),
  })
  return (
    <Table
      caption={say(newest ? 'lead_newest' : 'lead')}
      rows={rows}
      columns={[
        { head: say('student'), cell: (row) => <Student row={row} /> },
        {
          head: say('due'),
          cell: (row) => <Due row={row} tracked={tracked} />,
          sort: sortBy('due', 'ascending'),
        },
        { head: say('owed'), cell: (row) => <Owed row={row} now={now} /> },
        {
          head: say('line'),
          cell: (row) => (
            <>
              <Mini steps={miniOf(row.line)} />
              <br />
              <small>{row.notShared ? say('not_shared') : standsAt(row.line)}</small>
            </>
          ),
        },
        { head: say('partner'), cell: (row) => row.partnerName ?? say('no_partner') },
        {
          head: say('referred'),
          cell: (row) => <span class="nb">{dayWords(dayOf(calendar, row.referredAt), today)}</span>,
          sort: sortBy('newest', 'descending'),
        },
      ]}
    />
  )
}

const NoRows = () => (
  <Empty fact={say('nothing')} note={say('nothing_note')}>
    <ButtonLink href="/referrals">{say('show_all')}</ButtonLink>
  </Empty>
)

/** Every open referral within reach, one row each. */
export const TrackerPage = (tracked: Tracked, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        <a href="/same-day">{say('same_day')}</a>, <a href="/same-week">{say('same_week')}</a>,{' '}
        <a href="/funnel">{say('funnel')}</a>
      </p>
      {tracked.mayTakeFile && (
        <p>
          <a href="/referrals/file">{say('file')}</a>
        </p>
      )}
    </PageHead>
    <Filters tracked={tracked} shell={shell} />
    {tracked.open ? (
      <Asking {...tracked} />
    ) : tracked.filter.ended ? (
      <EndedRows tracked={tracked} />
    ) : tracked.rows.length === 0 ? (
      <NoRows />
    ) : (
      <Rows tracked={tracked} />
    )}
    {!tracked.first && (
      <p>
        <a href={address(tracked.filter, {})}>{say('first_page')}</a>
      </p>
    )}
    <Pager {...(tracked.next !== undefined && { next: address(tracked.filter, { after: tracked.next }) })} />
  </Page>
)
