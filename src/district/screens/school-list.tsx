import { roleWords } from '#access/roles.ts'
import { NamePages, type Shell, State, Table } from '#design/contract.ts'
import type { SeenSchools } from '../look-schools.ts'
import { screenWords } from '../screen-words.ts'
import { dayLabel } from './day-label.ts'

const say = screenWords()
const role = roleWords()

type School = SeenSchools['schools'][number]

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

const Leads = ({ leads, moreLeads }: School) =>
  leads.length === 0 ? (
    <State s="late">{say('no_lead')}</State>
  ) : (
    <ul role="list">
      {leads.map(({ name, roles }) => (
        <li>{say('lead', { name, roles: roles.map((held) => role(held).toLowerCase()).join(', ') })}</li>
      ))}
      {moreLeads > 0 && <li>{say('more_leads', { count: moreLeads })}</li>}
    </ul>
  )

/** Who books the visits of a school, or the gap. */
const Books = ({ school: { id, name, scheduler, mayName } }: { school: School }) => (
  <>
    {scheduler ?? <State s="late">{say('scheduler_gap')}</State>}{' '}
    {mayName && (
      <a href={`/schools/${id}/scheduler`}>
        {say(scheduler === null ? 'scheduler_name' : 'scheduler_change')}
        <span class="vh"> {name}</span>
      </a>
    )}
  </>
)

/** The schools of the district, with whom each turns to. */
export const Schools = ({ part, schools, today, isHead, shell }: SeenSchools & { shell: Shell }) => (
  <NamePages shell={shell} to="/schools" label={say('head_school')} part={part}>
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
              <Live school={row} today={today} /> {isHead && !isLive(row, today) && <SetLive school={row} />}
            </>
          ),
        },
        { head: say('head_leads'), cell: (row) => <Leads {...row} /> },
        { head: say('head_scheduler'), cell: (row) => <Books school={row} /> },
        {
          head: say('head_ask'),
          cell: ({ name, publicCode }) => (
            <a href={`/ask/${publicCode}`}>
              {`/ask/${publicCode}`}
              <span class="vh"> {name}</span>
            </a>
          ),
        },
      ]}
    />
  </NamePages>
)
