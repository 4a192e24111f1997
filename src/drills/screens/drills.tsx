import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Filter,
  Form,
  kept,
  Late,
  MarkedList,
  Meant,
  Narrow,
  Page,
  PageHead,
  Table,
  Tag,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { isTyped } from '#platform/choosing.ts'
import { type Drill, drillKinds } from '../drill.ts'
import { lookDrills, type SeenDrills } from '../look-drills.ts'
import { planDrill } from '../plan-drill.ts'
import { drillWords, kindWords, leadsWords } from '../screen-words.ts'

const say = drillWords()
const kind = kindWords()
const leads = leadsWords()
type Props = { data: SeenDrills }

const Schools = ({ data }: Props) => (
  <Table
    caption={<span class="vh">{say('schools')}</span>}
    rows={data.schools}
    columns={[
      { head: say('school'), cell: ({ name }) => name },
      {
        head: say('last'),
        cell: ({ lastHeldOn }) => (lastHeldOn === null ? say('never') : dayWords(lastHeldOn, data.today)),
      },
      {
        head: say('next'),
        cell: ({ dueOn, standing }) => {
          if (dueOn === null) return say('no_day')
          const day = dayWords(dueOn, data.today)
          return standing === 'overdue' ? <Late>{say('overdue', { day })}</Late> : day
        },
      },
    ]}
  />
)

/** Where there are more schools than the page shows. */
const OneSchool = ({ data: { choice }, view }: Props & { view: View }) => (
  <>
    <p class="quiet">{say('first_schools')}</p>
    <Filter to="/drills" typed={isTyped(choice) ? view.shell : undefined}>
      <Narrow name="school" label={say('one_school')} choosing={choice} all={say('all')} clear="/drills" />
    </Filter>
    <Meant label={say('one_school')} choosing={choice} href={(id) => `/drills?school=${id}`} />
  </>
)

const whenOf = ({ heldOn, calledOffAt, plannedOn }: Drill, today: string) => {
  if (calledOffAt !== null) return say('called_off')
  return heldOn === null
    ? say('planned_for', { day: dayWords(plannedOn, today) })
    : say('held_on', { day: dayWords(heldOn, today) })
}

const Drills = ({ data }: Props) => (
  <section class="after flow" aria-labelledby="drills">
    <h2 id="drills">{say('drills')}</h2>
    {data.drills.length === 0 ? (
      <Empty fact={say('none')} note={say('none_note')} />
    ) : (
      <Table
        caption={<span class="vh">{say('drills')}</span>}
        rows={data.drills}
        columns={[
          { head: say('drill'), cell: (row) => <a href={`/drills/${row.id}`}>{row.title}</a> },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('how'), cell: (row) => kind(row.kind) },
          { head: say('when'), cell: (row) => whenOf(row, data.today) },
        ]}
      />
    )}
  </section>
)

const Findings = ({ data }: Props) =>
  data.findings.length === 0 ? null : (
    <section class="after flow" aria-labelledby="open">
      <h2 id="open">{say('open_findings')}</h2>
      <Table
        caption={<span class="vh">{say('open_findings')}</span>}
        rows={data.findings}
        columns={[
          { head: say('found'), cell: ({ words, drillId }) => <a href={`/drills/${drillId}`}>{words}</a> },
          { head: say('school'), cell: ({ schoolName }) => schoolName },
          { head: say('comes_of_it'), cell: ({ leadsTo }) => leads(leadsTo) },
          { head: say('owner'), cell: ({ ownerName }) => ownerName },
          {
            head: say('by'),
            cell: ({ dueOn }) => {
              const day = dayWords(dueOn, data.today)
              return dueOn < data.today ? <Late>{day}</Late> : day
            },
          },
        ]}
      />
    </section>
  )

const Library = ({ data: { library } }: Props) => (
  <section class="after flow" aria-labelledby="library">
    <h2 id="library">{say('library')}</h2>
    <p>
      {say('library_version', { version: library.version })} {library.sample && <Tag>{say('sample')}</Tag>}{' '}
      <a href="/standards/drills">{say('library_standard')}</a>
    </p>
    <MarkedList items={library.scenarios.map(({ title }) => ({ s: 'end' as const, text: title }))} />
  </section>
)

const Plan = ({ data, view }: Props & { view: View }) => {
  const field = kept(view, { plannedOn: data.today })
  const open = { value: '', label: say('choose') }
  return (
    <section class="after flow" aria-labelledby="plan">
      <h2 id="plan">{say('plan')}</h2>
      <Form to="/drills" shell={view.shell} layout="box read flow">
        <Field
          {...field('schoolId')}
          type="select"
          label={say('school')}
          options={[
            ...(data.schools.length === 1 ? [] : [open]),
            ...data.schools.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Field
          {...field('scenario')}
          type="select"
          label={say('scenario')}
          options={[
            open,
            ...data.library.scenarios.map(({ code, title }) => ({ value: code, label: title })),
          ]}
        />
        <Field
          {...field('kind')}
          type="select"
          label={say('how')}
          options={drillKinds.map((each) => ({ value: each, label: kind(each) }))}
        />
        <Field {...field('plannedOn')} type="date" width="mid" label={say('planned_on')} />
        <Button kind="go">{say('plan_do')}</Button>
      </Form>
    </section>
  )
}

const DrillsPage = (data: SeenDrills, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')}>
      <p>
        {say('lead')} <a href="/crisis-teams">{say('team')}</a>
      </p>
    </PageHead>
    {data.more && <OneSchool data={data} view={view} />}
    <Schools data={data} />
    <Drills data={data} />
    <Findings data={data} />
    {data.keeps && <Plan data={data} view={view} />}
    <Library data={data} />
  </Page>
)

/** Where each school stands with its drills. */
export const drillsScreen = screen({
  address: '/drills',
  title: say('title'),
  look: lookDrills,
  page: DrillsPage,
  typed: ['school'],
  nav: { section: 'crisis', label: say('title'), order: 26 },
})
export const drillsResource = resource({
  address: 'POST /drills',
  act: planDrill,
  stands: drillsScreen,
  at: () => ({}),
  then: ({ drillId }) => `/drills/${drillId}`,
})
