import { roleWords } from '#access/roles.ts'
import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  State,
  Table,
} from '#design/contract.ts'
import { addClosure } from '../add-closure.ts'
import type { Weekday } from '../calendar.ts'
import { lookSchools } from '../look-schools.ts'
import { removeClosure } from '../remove-closure.ts'
import { screenWords } from '../screen-words.ts'
import { dayLabel } from './day-label.ts'
import { zoneName } from './zone-name.ts'

const say = screenWords()
const role = roleWords()

type Data = Awaited<ReturnType<typeof lookSchools.see>>
type School = Data['schools'][number]

const Live = ({ school, today }: { school: School; today: string }) => {
  if (school.liveOn === null) return <State s="next">{say('set_up')}</State>
  const live = school.liveOn <= today
  return (
    <State s={live ? 'done' : 'due'}>
      {say(live ? 'live' : 'live_from', { day: dayLabel(school.liveOn) })}
    </State>
  )
}

const Leads = ({ leads }: School) =>
  leads.length === 0 ? (
    <State s="late">{say('no_lead')}</State>
  ) : (
    <>{leads.map((lead) => say('lead', { name: lead.name, role: role(lead.role) })).join('; ')}</>
  )

const Schools = ({ schools, today }: Data) => (
  <Table
    caption={say('schools_caption')}
    rows={schools}
    columns={[
      { head: say('head_school'), cell: (row) => row.name },
      { head: say('head_level'), cell: (row) => say(`level_${row.level}`) },
      { head: say('head_live'), cell: (row) => <Live school={row} today={today} /> },
      { head: say('head_leads'), cell: (row) => <Leads {...row} /> },
    ]}
  />
)

const Terms = ({ terms }: Data) => (
  <section class="flow" aria-labelledby="terms">
    <h2 id="terms">{say('terms')}</h2>
    {terms.length === 0 ? (
      <p>{say('terms_none')}</p>
    ) : (
      <Table
        caption={say('terms_caption')}
        rows={terms}
        columns={[
          { head: say('head_term'), cell: (row) => row.name },
          { head: say('head_first'), cell: (row) => dayLabel(row.startsOn) },
          { head: say('head_last'), cell: (row) => dayLabel(row.endsOn) },
        ]}
      />
    )}
  </section>
)

const AddClosure = ({ view }: { view: View }) => {
  const field = kept(view)
  return (
    <Form to="/closures" shell={view.shell} layout="flow">
      <h3>{say('add_closure')}</h3>
      <p class="hint">{say('changes_nothing_before')}</p>
      <div class="pairs auto">
        <Field {...field('onDay')} type="date" label={say('on_day')} />
        <Field {...field('label')} label={say('label')} hint={say('label_hint')} maxlength={80} />
        <Button>{say('add')}</Button>
      </div>
    </Form>
  )
}

const Closures = ({ data: { closures, mayKeep }, view }: { data: Data; view: View }) => (
  <section class="flow" aria-labelledby="closures">
    <h2 id="closures">{say('closures')}</h2>
    <p>{say('closures_lead')}</p>
    {closures.length === 0 ? (
      <p>{say('closures_none')}</p>
    ) : (
      <Table
        caption={say('closures_caption')}
        rows={closures}
        columns={[
          { head: say('head_day'), cell: (row) => dayLabel(row.onDay) },
          { head: say('head_why'), cell: (row) => row.label },
          ...(mayKeep
            ? [
                {
                  head: say('remove'),
                  cell: (row: Data['closures'][number]) => (
                    <Act
                      id={`remove-${row.id}`}
                      kind="text"
                      to={`/closures/${row.id}/removal`}
                      shell={view.shell}
                    >
                      {say('remove')}
                      <span class="vh"> {dayLabel(row.onDay)}</span>
                    </Act>
                  ),
                },
              ]
            : []),
        ]}
      />
    )}
    {mayKeep && <AddClosure view={view} />}
  </section>
)

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const Hours = ({ hours, timeZone, mayKeep }: Data) => (
  <section class="flow" aria-labelledby="hours">
    <h2 id="hours">{say('hours')}</h2>
    <p>
      {say('hours_lead')} {say('time_zone', { zone: zoneName(timeZone) })}
    </p>
    <Table
      caption={say('hours_caption')}
      rows={weekdays}
      columns={[
        { head: say('head_weekday'), cell: (day) => say(`weekday_${day}`) },
        {
          head: say('head_hours'),
          cell: (day) => {
            const open = hours[day]
            return open === undefined ? say('free') : say('from_until', open)
          },
        },
      ]}
    />
    {mayKeep && (
      <p>
        <ButtonLink href="/schools/hours">{say('change_hours')}</ButtonLink>
      </p>
    )}
  </section>
)

const SchoolsPage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('schools')}>
      <p>{say('schools_lead')}</p>
    </PageHead>
    <div class="flow">
      <Schools {...data} />
      <Terms {...data} />
      <Closures data={data} view={view} />
      <Hours {...data} />
    </div>
  </Page>
)

export const schoolsScreen = screen({
  address: '/schools',
  title: say('schools'),
  look: lookSchools,
  page: SchoolsPage,
  nav: { section: 'district', label: say('schools'), order: 10 },
})

export const closuresResource = resource({
  address: 'POST /closures',
  act: addClosure,
  stands: schoolsScreen,
  then: () => '/schools#closures',
})

export const closureRemovalResource = resource({
  address: 'POST /closures/:closureId/removal',
  act: removeClosure,
  stands: schoolsScreen,
  at: () => ({}),
  then: () => '/schools#closures',
})
