import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  KeyList,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { endOptOut } from '../end-opt-out.ts'
import { lookStudentScreening, type SeenScreening } from '../look-student.ts'
import { optOut } from '../opt-out.ts'
import { studentScreeningWords } from '../screen-words.ts'

const say = studentScreeningWords()
type Props = { data: SeenScreening; view: View }

const Results = ({ data }: Pick<Props, 'data'>) =>
  data.results.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <Table
      caption={<span class="vh">{say('title')}</span>}
      rows={data.results}
      columns={[
        { head: say('when'), cell: (row) => dayWords(row.screenedOn, data.today) },
        { head: say('round'), cell: (row) => row.title },
        {
          head: say('came'),
          cell: (row) =>
            row.concernId === null ? say('under') : <a href={`/concerns/${row.concernId}`}>{say('over')}</a>,
        },
      ]}
    />
  )

const Out = ({ data, view }: Props) => {
  const { optOut: said, student, mayRecord, today } = data
  if (said === null) return null
  const words = say('out_said', { day: dayWords(said.saidOn, today), name: said.recordedByName })
  return (
    <>
      <KeyList items={[{ key: say('out'), value: words }]} />
      {mayRecord && (
        <Act id="opt-in" kind="text" to={`/students/${student.id}/screening/opt-out/end`} shell={view.shell}>
          {say('end')}
        </Act>
      )}
    </>
  )
}

const OptOut = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="out-h">
    <h2 id="out-h">{say('opt_out')}</h2>
    <p>{say('in')}</p>
    <Form to={`/students/${data.student.id}/screening/opt-out`} shell={view.shell} layout="box read flow">
      <Field
        {...kept(view, { saidOn: data.today })('saidOn')}
        type="date"
        width="mid"
        label={say('said_on')}
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  </section>
)

const StudentPage = (data: SeenScreening, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('title')} crumb={{ href: `/students/${data.student.id}`, label: data.student.name }}>
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <Out data={data} view={view} />
      <Results data={data} />
      {data.optOut === null && data.mayRecord && <OptOut data={data} view={view} />}
    </div>
  </Page>
)

/** What screening says of one student, and what the family says of it. */
export const studentScreen = screen({
  address: '/students/:studentId/screening',
  title: say('title'),
  look: lookStudentScreening,
  page: StudentPage,
})
const then = ({ studentId }: { studentId: string }) => `/students/${studentId}/screening`
export const studentResources = [
  resource({
    address: 'POST /students/:studentId/screening/opt-out',
    act: optOut,
    stands: studentScreen,
    then,
  }),
  resource({
    address: 'POST /students/:studentId/screening/opt-out/end',
    act: endOptOut,
    stands: studentScreen,
    then,
  }),
]
