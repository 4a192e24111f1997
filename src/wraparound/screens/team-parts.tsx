import type { View } from '#access/screen.ts'
import { Act, Button, Form, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenTeam, SeenTeamPage } from '../look-team.ts'
import { teamWords } from '../screen-words.ts'
import { stepOutcomes } from '../team.ts'
import { outcomeNames, roleNames, stepNames } from '../words.ts'

const say = teamWords()
const role = roleNames()
const step = stepNames()
const outcome = outcomeNames()

export type Props = { data: SeenTeamPage; team: SeenTeam; view: View }
type Member = SeenTeam['members'][number]

/** How a member is called. */
export const nameOf = ({ side, name }: Member) =>
  side === 'student' ? say('the_student') : (name ?? say('a_caregiver'))
/** Where a form about the team goes. */
export const to = ({ data, team }: Props, rest: string) =>
  `/students/${data.student.id}/teams/${team.id}/${rest}`

const Part = ({ member, ...props }: Props & { member: Member }) => (
  <Act
    id={`part-${member.id}`}
    kind="text"
    to={to(props, `members/${member.id}/end`)}
    shell={props.view.shell}
  >
    {say('part')}
    <span class="vh">: {nameOf(member)}</span>
  </Act>
)

const Named = ({ member }: { member: Member }) => (
  <>
    <bdi>{nameOf(member)}</bdi>
    {member.readsNothing && (
      <>
        <br />
        <small>{say('reads_nothing')}</small>
      </>
    )}
  </>
)

/** Who is on the team, and who was. */
export const Members = (props: Props) => (
  <section class="after flow" aria-labelledby="members">
    <h2 id="members">{say('members')}</h2>
    <Table<Member>
      caption={<span class="vh">{say('members')}</span>}
      rows={props.team.members}
      columns={[
        { head: say('member'), cell: (member) => <Named member={member} /> },
        {
          head: say('does'),
          cell: (member) => (
            <>
              {role(member.role)}
              {member.leftAt !== null && `, ${say('parted')}`}
            </>
          ),
        },
        ...(props.team.mayKeep
          ? [
              {
                head: say('part'),
                cell: (member: Member) => member.leftAt === null && <Part {...props} member={member} />,
              },
            ]
          : []),
      ]}
    />
  </section>
)

type Step = SeenTeam['steps'][number]
const EndStep = ({ row, ...props }: Props & { row: Step }) => (
  <Form to={to(props, `steps/${row.id}/end`)} shell={props.view.shell} layout="row">
    {stepOutcomes.map((each) => (
      <Button kind="text" name="outcome" value={each}>
        {say(each)}
        <span class="vh">: {step(row.what)}</span>
      </Button>
    ))}
  </Form>
)

const Came = ({ row, ...props }: Props & { row: Step }) =>
  row.outcome === null ? (
    props.team.mayKeep ? (
      <EndStep {...props} row={row} />
    ) : null
  ) : (
    <>{outcome(row.outcome)}</>
  )

/** The plan they share: who does what by when, and what came of it. */
export const Plan = (props: Props) => {
  const names = new Map(props.team.members.map((member) => [member.id, nameOf(member)]))
  return (
    <section class="after flow" aria-labelledby="plan">
      <h2 id="plan">{say('plan')}</h2>
      {props.team.steps.length === 0 ? (
        <p>{say('plan_none')}</p>
      ) : (
        <Table<Step>
          caption={<span class="vh">{say('plan')}</span>}
          rows={props.team.steps}
          columns={[
            { head: say('who_does'), cell: ({ memberId }) => <bdi>{names.get(memberId) ?? ''}</bdi> },
            { head: say('what'), cell: ({ what }) => step(what) },
            { head: say('by_day'), cell: ({ dueOn }) => dayWords(dueOn, props.data.today) },
            { head: say('came'), cell: (row) => <Came {...props} row={row} /> },
          ]}
        />
      )}
    </section>
  )
}
