import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { teamKinds, teamKindWords } from '#crisis/contract.ts'
import {
  Act,
  Banner,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Filter,
  Form,
  inPart,
  kept,
  Meant,
  Narrow,
  Page,
  PageHead,
} from '#design/contract.ts'
import { isTyped } from '#platform/choosing.ts'
import { joinTeam } from '../join-team.ts'
import { leaveTeam } from '../leave-team.ts'
import { lookTeam, type SeenTeam } from '../look-team.ts'
import { recordCredit } from '../record-credit.ts'
import { teamWords } from '../screen-words.ts'
import { Team } from './team-table.tsx'

const say = teamWords()
const kind = teamKindWords()
type School = SeenTeam['schools'][number]
type Member = School['members'][number]
type Props = { school: School; data: SeenTeam; view: View }

const CreditOne = ({ row, view: whole }: { row: Member; view: View }) => {
  const part = `credit-${row.id}`
  const view = inPart(whole, part)
  const field = kept(view)
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('credit', { name: row.name })}</summary>
      <Form to={`/crisis-teams/${row.id}/credits`} shell={view.shell} hidden={{ part }} layout="flow read">
        <Field {...field('title')} id={`title-${row.id}`} label={say('for_what')} maxlength={120} />
        <Field
          {...field('hours')}
          id={`hours-${row.id}`}
          inputmode="decimal"
          width="short"
          label={say('how_many')}
          hint={say('how_many_hint')}
        />
        <Field {...field('earnedOn')} id={`on-${row.id}`} type="date" width="mid" label={say('earned_on')} />
        <p>
          <Button>{say('credit_do')}</Button>
        </p>
      </Form>
      <Act id={`leave-${row.id}`} kind="text" to={`/crisis-teams/${row.id}/leaving`} shell={view.shell}>
        {say('leave', { name: row.name })}
      </Act>
    </details>
  )
}

const Add = ({ school, view: whole }: Omit<Props, 'data'>) => {
  const part = `add-${school.id}`
  const view = inPart(whole, part)
  const field = kept(view)
  const { value, ...given } = field('kind')
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('add')}</summary>
      <Form to="/crisis-teams" shell={view.shell} hidden={{ part, schoolId: school.id }} layout="flow read">
        <Choices
          {...given}
          legend={say('kind')}
          chosen={value ?? []}
          options={teamKinds.map((each) => ({ value: each, label: kind(each) }))}
        />
        <Field {...field('name')} id={`name-${school.id}`} label={say('name')} maxlength={120} />
        <Field {...field('role')} id={`role-${school.id}`} label={say('role')} maxlength={120} />
        <Field
          {...field('phone')}
          id={`phone-${school.id}`}
          optional
          type="tel"
          width="mid"
          label={say('phone')}
        />
        <Field {...field('email')} id={`email-${school.id}`} optional type="email" label={say('email')} />
        <p>
          <Button kind="go">{say('add_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

const OneSchool = ({ school, data, view }: Props) => (
  <section class="after flow" aria-labelledby={`school-${school.id}`}>
    <h2 id={`school-${school.id}`}>{school.name}</h2>
    {school.missing.length > 0 ? (
      <Banner kind="slow">
        {say('incomplete', { missing: school.missing.map((each) => kind(each).toLowerCase()).join(', ') })}
      </Banner>
    ) : (
      <p>{say('complete')}</p>
    )}
    {school.members.length === 0 ? <p>{say('nobody')}</p> : <Team school={school} data={data} />}
    {data.keeps && school.members.map((row) => <CreditOne row={row} view={view} />)}
    {data.keeps && <Add school={school} view={view} />}
  </section>
)

const TeamPage = (data: SeenTeam, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: '/drills', label: say('drills') }}>
      <p>{say('lead')}</p>
    </PageHead>
    {data.more && (
      <>
        <p class="quiet">{say('first_schools')}</p>
        <Filter to="/crisis-teams" typed={isTyped(data.choice) ? view.shell : undefined}>
          <Narrow
            name="school"
            label={say('one_school')}
            choosing={data.choice}
            all={say('all')}
            clear="/crisis-teams"
          />
        </Filter>
        <Meant label={say('one_school')} choosing={data.choice} href={(id) => `/crisis-teams?school=${id}`} />
      </>
    )}
    {data.schools.map((school) => (
      <OneSchool school={school} data={data} view={view} />
    ))}
  </Page>
)

/** The crisis teams of somebody's schools. */
export const teamScreen = screen({
  address: '/crisis-teams',
  title: say('title'),
  look: lookTeam,
  page: TeamPage,
  typed: ['school'],
})
const at = () => ({})
const then = () => '/crisis-teams'
export const teamResources = [
  resource({ address: 'POST /crisis-teams', act: joinTeam, stands: teamScreen, at, then }),
  resource({
    address: 'POST /crisis-teams/:teamMemberId/leaving',
    act: leaveTeam,
    stands: teamScreen,
    at,
    then,
  }),
  resource({
    address: 'POST /crisis-teams/:teamMemberId/credits',
    act: recordCredit,
    stands: teamScreen,
    at,
    then,
  }),
]
