import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, ErrorSummary, Field, Filter, Page, PageHead, State, Table } from '#design/contract.ts'
import { lookPeople, mostPeople } from '../look-people.ts'
import type { PersonRow } from '../people-store.ts'
import { peopleWords } from '../people-words.ts'
import { dayLabel } from './day-label.ts'

const say = peopleWords()
const role = roleWords()

type Data = Awaited<ReturnType<typeof lookPeople.see>>

/** Whether somebody signs in, in a word with a mark. */
export const SignIn = ({ signsIn, leftOn }: PersonRow) => {
  if (leftOn !== null) return <State s="end">{say('left', { day: dayLabel(leftOn) })}</State>
  return <State s={signsIn ? 'done' : 'next'}>{say(signsIn ? 'signs_in' : 'not_yet')}</State>
}

const rolesNow = ({ assignments }: PersonRow, today: string): string => {
  const held = assignments.filter(({ endedOn, endsOn }) => endedOn === null && (endsOn ?? today) >= today)
  return [...new Set(held.map((each) => role(each.role)))].join(', ') || say('nothing_held')
}

const People = ({ people, today }: Data) => (
  <Table
    caption={say('people_caption')}
    rows={people}
    columns={[
      { head: say('head_name'), cell: (row) => <a href={`/people/${row.id}`}>{row.name}</a> },
      { head: say('head_as'), cell: (row) => rolesNow(row, today) },
      { head: say('head_sign_in'), cell: (row) => <SignIn {...row} /> },
    ]}
  />
)

const PeoplePage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('people')}>
      <p>{say('people_lead')}</p>
    </PageHead>
    <Filter to="/people" typed={view.shell}>
      <Field name="q" type="search" label={say('find')} value={data.typed} maxlength={200} />
    </Filter>
    {data.lost.length > 0 && (
      <section class="flow">
        <p>{say('lost_list')}</p>
        <ul>
          {data.lost.map(({ id, name }) => (
            <li>
              <a href={`/people/${id}/second-step`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    )}
    {data.people.length === 0 ? (
      <Empty fact={say('people_none')} note={say('people_none_note')} />
    ) : (
      <People {...data} />
    )}
    {data.more && <p>{say('more', { limit: mostPeople })}</p>}
  </Page>
)

export const peopleScreen = screen({
  address: '/people',
  title: say('people'),
  look: lookPeople,
  page: PeoplePage,
  typed: ['q'],
  nav: { section: 'district', label: say('people'), order: 15 },
})
