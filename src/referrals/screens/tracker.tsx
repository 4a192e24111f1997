import type { View } from '#access/screen.ts'
import {
  ButtonLink,
  Clock,
  Empty,
  Field,
  Filter,
  Mini,
  Page,
  PageHead,
  Pager,
  Table,
  Tag,
} from '#design/contract.ts'
import { clockWords, dayWords } from '#standards/contract.ts'
import { dayOf } from '#district/contract.ts'
import { openStates, type Tracked } from '../look-tracker.ts'
import { stateWords, stepWords } from '../words.ts'
import { miniOf, standsAt } from './line-parts.tsx'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()
const sayState = stateWords()
const sayStep = stepWords()
type Row = Tracked['rows'][number]

/** The address of the tracker with the same filters and something changed. */
function address(filter: Tracked['filter'], change: { sort?: string; after?: string | undefined }): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined) => value !== undefined && query.set(name, value)
  put('school', filter.schoolId)
  put('state', filter.state)
  put('navigator', filter.navigatorId)
  put('need', filter.highNeed ? 'high' : undefined)
  put('time', filter.late ? 'late' : undefined)
  const sort = change.sort ?? filter.sort
  put('sort', sort === 'due' ? undefined : sort)
  put('after', change.after)
  const text = query.toString()
  return text === '' ? '/referrals' : `/referrals?${text}`
}

const named = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }))

type OptionProps = {
  name: string
  label: string
  value: string | undefined
  all: string
  of: readonly { value: string; label: string }[]
}

/** One thing the list can be narrowed to. */
const Narrow = ({ name, label, value = '', all, of }: OptionProps) => (
  <Field name={name} type="select" label={label} value={value} options={[{ value: '', label: all }, ...of]} />
)

function Filters({ filter, choices }: { filter: Tracked['filter']; choices: Tracked['choices'] }) {
  const states = openStates.map((state) => ({ value: state, label: sayState(state) }))
  const high = {
    value: filter.highNeed ? 'high' : undefined,
    of: [{ value: 'high', label: say('only_high') }],
  }
  const late = { value: filter.late ? 'late' : undefined, of: [{ value: 'late', label: say('only_late') }] }
  const schools = { value: filter.schoolId, of: named(choices.schools) }
  const navigators = { value: filter.navigatorId, of: named(choices.navigators) }
  return (
    <Filter to="/referrals">
      {schools.of.length > 1 && (
        <Narrow name="school" label={say('school')} all={say('all_schools')} {...schools} />
      )}
      <Narrow name="state" label={say('step')} value={filter.state} all={say('any_step')} of={states} />
      <Narrow name="navigator" label={say('navigator')} all={say('anyone')} {...navigators} />
      <Narrow name="need" label={say('need')} all={say('any_need')} {...high} />
      <Narrow name="time" label={say('time')} all={say('any_time')} {...late} />
    </Filter>
  )
}

const Student = ({ row }: { row: Row }) => (
  <>
    <a href={`/students/${row.studentId}`}>{row.studentName}</a>
    {row.highNeed && (
      <>
        {' '}
        <Tag kind="high">{say('high_need')}</Tag>
      </>
    )}
    <br />
    <small>
      {say('grade', { grade: row.grade, school: row.schoolName })}.{' '}
      <a href={`/referrals/${row.id}`}>{say('number', { number: row.number })}</a>
    </small>
  </>
)

const ownerOf = (row: Row) => {
  if (row.nextOwner === 'partner') return say('owner_partner', { name: row.partnerName ?? '' })
  return row.nextOwner === 'lead' ? say('owner_lead') : say('owner_navigator', { name: row.navigatorName })
}

const Owed = ({ row }: { row: Row }) => (
  <>
    {row.nextStep === null ? '' : sayStep(row.nextStep)}
    <br />
    <small>{ownerOf(row)}</small>
  </>
)

function Due({ row, tracked: { calendar, now } }: { row: Row; tracked: Tracked }) {
  const { headline, detail } = clockWords(calendar, { dueAt: row.nextDueAt, now })
  return (
    <Clock
      means={headline}
      time={detail}
      at={row.nextDueAt}
      late={row.nextLateAt !== null && row.nextLateAt <= now}
    />
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
        { head: say('owed'), cell: (row) => <Owed row={row} /> },
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
          cell: (row) => dayWords(dayOf(calendar, row.referredAt), today),
          sort: sortBy('newest', 'descending'),
        },
      ]}
    />
  )
}

/** Every open referral within reach, one row each. */
export const TrackerPage = (tracked: Tracked, { shell }: View) => (
  <Page shell={shell}>
    <PageHead title={say('title')}>
      <p>
        <a href="/same-week">{say('same_week')}</a>
      </p>
    </PageHead>
    <Filters filter={tracked.filter} choices={tracked.choices} />
    {tracked.rows.length === 0 ? (
      <Empty fact={say('nothing')} note={say('nothing_note')}>
        <ButtonLink href="/referrals">{say('show_all')}</ButtonLink>
      </Empty>
    ) : (
      <Rows tracked={tracked} />
    )}
    {!tracked.first && (
      <p>
        <a href={address(tracked.filter, {})}>{say('first_page')}</a>
      </p>
    )}
    <Pager next={tracked.next === undefined ? undefined : address(tracked.filter, { after: tracked.next })} />
  </Page>
)
