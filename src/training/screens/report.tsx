import { reasonsShown } from '#access/reasons-shown.ts'
import { type Role, roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Empty,
  ErrorSummary,
  Filter,
  MarkedList,
  Meant,
  Narrow,
  Page,
  PageHead,
  Table,
  Tag,
} from '#design/contract.ts'
import { isTyped } from '#platform/choosing.ts'
import { lookReport, type SeenReport } from '../look-report.ts'
import { recordSession } from '../record-session.ts'
import type { StaffLine } from '../report.ts'
import { sayings } from '../screen-words.ts'
import { takeBackSession } from '../take-back-session.ts'
import { trainingWords } from '../words.ts'
import { Latest, RecordSession, Sessions } from './sessions.tsx'

const say = sayings()
const role = roleWords()
const training = trainingWords()
type Props = { data: SeenReport }

/** What the district requires, in which version, and how many have it. */
const Required = ({ data: { requirements, totals } }: Props) => (
  <MarkedList
    items={requirements.map(({ topic, version, validMonths, sample }) => {
      const { holds = 0, asked = 0 } = totals[topic] ?? {}
      return {
        s: holds < asked ? ('due' as const) : ('done' as const),
        text: (
          <>
            {say('required_line', { training: training(topic), version, months: validMonths })}.{' '}
            {sample && <Tag kind="sample">{say('sample')}</Tag>} {say('staff_total', { holds, asked })}
          </>
        ),
      }
    })}
  />
)

const saidOf = (of: StaffLine['of'][keyof StaffLine['of']]) => {
  if (of === undefined) return say('not_asked_here')
  return of.soon > 0 ? say('of_soon', of) : say('of', of)
}

const Staff = ({ data }: Props) => (
  <section class="after flow" aria-labelledby="staff">
    <h2 id="staff">{say('staff')}</h2>
    <Table
      caption={<span class="vh">{say('staff')}</span>}
      rows={data.lines}
      columns={[
        { head: say('school'), cell: ({ schoolName }) => schoolName ?? say('every_school') },
        { head: say('role'), cell: (row) => role(row.role as Role) },
        ...data.requirements.map(({ topic }) => ({
          head: training(topic),
          cell: ({ of }: StaffLine) => saidOf(of[topic]),
        })),
      ]}
    />
    {data.more && <p class="quiet">{say('more_lines')}</p>}
  </section>
)

const OneSchool = ({ data: { choice }, view }: Props & { view: View }) => (
  <>
    <Filter to="/training" typed={isTyped(choice) ? view.shell : undefined}>
      <Narrow name="school" label={say('one_school')} choosing={choice} all={say('all')} clear="/training" />
    </Filter>
    <Meant label={say('one_school')} choosing={choice} href={(id) => `/training?school=${id}`} />
  </>
)

const ReportPage = (data: SeenReport, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/training/due">{say('to_due')}</a>{' '}
        <a href="/training/requirements">{say('to_requirements')}</a>
      </p>
    </PageHead>
    <OneSchool data={data} view={view} />
    {data.requirements.length === 0 ? (
      <Empty fact={say('none_required')} note={say('none_required_note')} />
    ) : (
      <>
        <Required data={data} />
        <Staff data={data} />
      </>
    )}
    <Sessions data={data} />
    {data.keeps && <RecordSession data={data} view={view} />}
    {data.latest.length > 0 && <Latest data={data} view={view} />}
  </Page>
)

/** How far training has come. */
export const reportScreen = screen({
  address: '/training',
  title: say('title'),
  look: lookReport,
  page: ReportPage,
  typed: ['school'],
  nav: { section: 'district', label: say('title'), order: 18 },
})
export const reportResources = [
  resource({
    address: 'POST /training/sessions',
    act: recordSession,
    stands: reportScreen,
    at: () => ({}),
    then: () => '/training',
  }),
  resource({
    address: 'POST /training/sessions/:sessionId/taking-back',
    act: takeBackSession,
    stands: reportScreen,
    at: () => ({}),
    then: () => '/training',
  }),
]
