import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { checkWords, identityChecks } from '#access/sign-in/identity-check.ts'
import {
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  type Shell,
  Table,
} from '#design/contract.ts'
import { dayOf, dayWords, weekdayCalendar } from '#district/contract.ts'
import { endFamilySignIn } from '../end-family-sign-in.ts'
import type { FamilySignIn } from '../family-sign-in.ts'
import { familySignInWords } from '../family-sign-in-words.ts'
import { giveSignIn } from '../give-sign-in.ts'
import { lookSignIns, type SeenSignIns } from '../look-sign-ins.ts'
import { studentName } from '../student.ts'

const say = familySignInWords()
const check = checkWords()

type Reading = { signIns: readonly FamilySignIn[]; today: string; timeZone: string }

const checked = ({ checkedHow, givenByName }: FamilySignIn) =>
  checkedHow === null
    ? say('not_kept')
    : say('checked_by', { how: check(checkedHow), name: givenByName ?? '' })

function stateOf({ endedAt, keptAway, takenUp }: FamilySignIn, { timeZone, today }: Reading): string {
  if (endedAt !== null)
    return say('ended', { day: dayWords(dayOf(weekdayCalendar(timeZone), endedAt), today) })
  if (keptAway) return say('kept_away')
  return say(takenUp ? 'open' : 'waiting')
}

/** Who of the family signs in, since when, and how it was checked who they are. */
export const SignInTable = ({
  data,
  end,
  checks = true,
}: {
  data: Reading
  /** Whether it says how it was checked who they are. */
  checks?: boolean
  end?: (row: FamilySignIn) => preact.VNode | null
}) =>
  data.signIns.length === 0 ? (
    <p>{say('none')}</p>
  ) : (
    <Table
      caption={<span class="vh">{say('title')}</span>}
      rows={data.signIns}
      columns={[
        {
          head: say('who'),
          cell: (row) => (
            <>
              <bdi>{row.name}</bdi>
              <br />
              <small>{say(row.role)}</small>
              {row.worksHere && (
                <>
                  <br />
                  <small>{say('works_here')}</small>
                </>
              )}
            </>
          ),
        },
        { head: say('since'), cell: ({ startsOn }) => dayWords(startsOn, data.today) },
        ...(checks ? [{ head: say('checked'), cell: checked }] : []),
        { head: say('state'), cell: (row) => stateOf(row, data) },
        ...(end === undefined ? [] : [{ head: '', fit: true, cell: end }]),
      ]}
    />
  )

const End = ({ row, data, shell }: { row: FamilySignIn; data: SeenSignIns; shell: Shell }) =>
  row.endedAt !== null ? null : (
    <Form to={`/students/${data.student.id}/sign-ins/${row.assignmentId}/end`} shell={shell}>
      <Button kind="danger">
        {say('end')}
        <span class="vh"> {row.name}</span>
      </Button>
      {row.role === 'caregiver' && (
        <Button kind="text" name="wrongPerson" value="yes">
          {say('wrong_person')}
          <span class="vh"> {row.name}</span>
        </Button>
      )}
    </Form>
  )

type Props = { data: SeenSignIns; view: View }

const How = ({ view }: { view: View }) => {
  const { value, ...choice } = kept(view)('checkedHow')
  return (
    <Choices
      {...choice}
      legend={say('how')}
      options={identityChecks.map((each) => ({ value: each, label: check(each) }))}
      {...(value !== undefined && { chosen: value })}
    />
  )
}

const GiveCaregiver = ({ data, view }: Props) => {
  const { value, ...choice } = kept(view)('caregiverId')
  if (data.caregivers.length === 0) return <p>{say('no_caregiver')}</p>
  return (
    <Form to={`/students/${data.student.id}/sign-ins`} shell={view.shell} layout="box read flow">
      <h2>{say('give')}</h2>
      <Choices
        {...choice}
        legend={say('which')}
        hint={say('which_hint')}
        options={data.caregivers.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        {...(value !== undefined && { chosen: value })}
      />
      <How view={view} />
      <Button kind="go">{say('send')}</Button>
    </Form>
  )
}

const GiveStudent = ({ data, view }: Props) => (
  <Form to={`/students/${data.student.id}/sign-ins`} shell={view.shell} layout="box read flow">
    <h2>{say('give_student')}</h2>
    <Field {...kept(view)('email')} type="email" label={say('email')} maxlength={200} />
    <How view={view} />
    <Button kind="go">{say('send')}</Button>
  </Form>
)

const SignInsPage = (data: SeenSignIns, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { name: studentName(data.student) })}
      {...(data.mayGive && { crumb: { href: `/students/${data.student.id}/details`, label: say('crumb') } })}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <SignInTable data={data} end={(row) => <End row={row} data={data} shell={view.shell} />} />
      {data.mayGive &&
        (data.ofAge ? <GiveStudent data={data} view={view} /> : <GiveCaregiver data={data} view={view} />)}
    </div>
  </Page>
)

/** Who of the family signs in for one student: given and ended here. */
export const signInsScreen = screen({
  address: '/students/:studentId/sign-ins',
  title: say('title'),
  look: lookSignIns,
  page: SignInsPage,
})

const then = ({ studentId }: { studentId: string }) => `/students/${studentId}/sign-ins`
export const signInResources = [
  resource({ address: 'POST /students/:studentId/sign-ins', act: giveSignIn, stands: signInsScreen, then }),
  resource({
    address: 'POST /students/:studentId/sign-ins/:assignmentId/end',
    act: endFamilySignIn,
    stands: signInsScreen,
    then,
  }),
]
