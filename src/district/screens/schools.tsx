import { roleWords } from '#access/roles.ts'
import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ButtonLink, ErrorSummary, Page, PageHead, State, Table } from '#design/contract.ts'
import { addClosure } from '../add-closure.ts'
import type { Weekday } from '../calendar.ts'
import { lookSchools } from '../look-schools.ts'
import { removeClosure } from '../remove-closure.ts'
import { screenWords } from '../screen-words.ts'
import { Closures } from './closures.tsx'
import { dayLabel } from './day-label.ts'
import { zoneName } from './zone-name.ts'

const say = screenWords()
const role = roleWords()

type Data = Awaited<ReturnType<typeof lookSchools.see>>
type School = Data['schools'][number]

const isLive = ({ liveOn }: School, today: string) => liveOn !== null && liveOn <= today

const Live = ({ school, today }: { school: School; today: string }) => {
  if (school.liveOn === null) return <State s="next">{say('set_up')}</State>
  const live = isLive(school, today)
  return (
    <State s={live ? 'done' : 'due'}>
      {say(live ? 'live' : 'live_from', { day: dayLabel(school.liveOn) })}
    </State>
  )
}

/** The way to the day a school goes live; a day that has come is decided no more. */
const SetLive = ({ school: { id, name } }: { school: School }) => (
  <a href={`/schools/${id}/live-day`}>
    {say('set_live_day')}
    <span class="vh"> {name}</span>
  </a>
)

const Leads = ({ leads }: School) => {
  if (leads.length === 0) return <State s="late">{say('no_lead')}</State>
  const people = Map.groupBy(leads, ({ name }) => name)
  return (
    <ul role="list">
      {[...people].map(([name, held]) => (
        <li>{say('lead', { name, roles: held.map((lead) => role(lead.role).toLowerCase()).join(', ') })}</li>
      ))}
    </ul>
  )
}

const Schools = ({ schools, today, maySetLive }: Data) => (
  <Table
    caption={say('schools_caption')}
    rows={schools}
    columns={[
      { head: say('head_school'), cell: (row) => row.name },
      { head: say('head_level'), cell: (row) => say(`level_${row.level}`) },
      {
        head: say('head_live'),
        cell: (row) => (
          <>
            <Live school={row} today={today} />{' '}
            {maySetLive && !isLive(row, today) && <SetLive school={row} />}
          </>
        ),
      },
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

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const Hours = ({ hours, timeZone, mayKeep }: Data) => (
  <section class="flow" aria-labelledby="hours">
    <h2 id="hours">{say('hours')}</h2>
    <p>
      {say('hours_lead')} {say('time_zone', { zone: zoneName(timeZone) })}
    </p>
    <Table
      caption={say('hours_caption')}
      narrow="scroll"
      id="working-hours"
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
