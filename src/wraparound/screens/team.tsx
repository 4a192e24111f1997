import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Act, Empty, ErrorSummary, Page, PageHead } from '#design/contract.ts'
import { addMember } from '../add-member.ts'
import { addStep } from '../add-step.ts'
import { endStep } from '../end-step.ts'
import { endTeam } from '../end-team.ts'
import { formTeam } from '../form-team.ts'
import { lookTeam, type SeenTeamPage } from '../look-team.ts'
import { partMember } from '../part-member.ts'
import { teamWords } from '../screen-words.ts'
import { AddMember, AddStep, EndTeam } from './team-forms.tsx'
import { Members, Plan } from './team-parts.tsx'

const say = teamWords()

/** No team, or one that has ended: another one may be formed. */
const Form = ({ data, view }: { data: SeenTeamPage; view: View }) => (
  <Act id="form-team" kind="go" to={`/students/${data.student.id}/teams`} shell={view.shell}>
    {say('form')}
  </Act>
)

const TeamPage = (data: SeenTeamPage, view: View) => {
  const { team, student } = data
  const props = team && { data, team, view }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('title')}
        crumb={{ href: `/students/${student.id}`, label: <bdi>{student.name}</bdi> }}
      >
        <p>
          {say('lead')} {team && say('formed', { day: momentWords(team.formedAt, data) })}{' '}
          {team?.endedAt && say('ended', { day: momentWords(team.endedAt, data) })}
        </p>
      </PageHead>
      {team === undefined && <Empty fact={say('none')} note={say('none_note')} />}
      {props && <Members {...props} />}
      {props && <Plan {...props} />}
      {props?.team.mayKeep && <AddMember {...props} />}
      {props?.team.mayKeep && <AddStep {...props} />}
      {props?.team.mayKeep && <EndTeam {...props} />}
      {data.mayForm && (team === undefined || team.endedAt !== null) && <Form data={data} view={view} />}
    </Page>
  )
}

/** The team around one student. */
export const teamScreen = screen({
  address: '/students/:studentId/team',
  title: say('title'),
  look: lookTeam,
  page: TeamPage,
})

const back = ({ studentId }: { studentId: string }) => `/students/${studentId}/team`
export const teamResources: Resource[] = [
  resource({ address: 'POST /students/:studentId/teams', act: formTeam, stands: teamScreen, then: back }),
  resource({
    address: 'POST /students/:studentId/teams/:teamId/members',
    act: addMember,
    stands: teamScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/teams/:teamId/members/:memberId/end',
    act: partMember,
    stands: teamScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/teams/:teamId/steps',
    act: addStep,
    stands: teamScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/teams/:teamId/steps/:stepId/end',
    act: endStep,
    stands: teamScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/teams/:teamId/end',
    act: endTeam,
    stands: teamScreen,
    then: back,
  }),
]
