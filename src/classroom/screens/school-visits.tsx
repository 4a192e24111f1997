import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Empty, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { logSchoolVisit } from '../log-school-visit.ts'
import { lookSchoolVisits, type SeenSchoolVisits } from '../look-school-visits.ts'
import { purposes } from '../school-visit.ts'
import { schoolVisitWords } from '../screen-words.ts'
import { purposeWords } from '../words.ts'

const say = schoolVisitWords()
const purposeOf = purposeWords()
type Props = { data: SeenSchoolVisits; view: View }

const Visits = ({ data }: Pick<Props, 'data'>) =>
  data.visits.length === 0 ? (
    <Empty fact={say('none')} note={say('none_note')} />
  ) : (
    <Table
      caption={say('caption')}
      rows={data.visits}
      columns={[
        { head: say('day'), fit: true, cell: ({ visitedOn }) => dayWords(visitedOn, data.today) },
        { head: say('agency'), cell: ({ partnerName }) => partnerName },
        { head: say('purpose'), cell: ({ purpose }) => purposeOf(purpose) },
        {
          head: say('rests_on'),
          cell: ({ agreedAt, referralId }) =>
            agreedAt !== null && (
              <a href={`/referrals/${referralId}/consents`}>
                {say('yes_of', { at: momentWords(agreedAt, data) })}
              </a>
            ),
        },
        {
          head: say('logged'),
          cell: ({ loggedAt, loggedByName: name }) =>
            say('logged_by', { name, at: momentWords(loggedAt, data) }),
        },
      ]}
    />
  )

const Log = ({ data, view }: Props) => {
  const field = kept(view, { visitedOn: data.today })
  const chosen = (options: readonly { value: string; label: string }[]) => [
    { value: '', label: say('choose') },
    ...options,
  ]
  return (
    <section class="after flow" aria-labelledby="log">
      <h2 id="log">{say('log')}</h2>
      {data.agencies.length === 0 ? (
        <p>{say('no_agency')}</p>
      ) : (
        <Form to={`/students/${data.student.id}/school-visits`} shell={view.shell} layout="box read flow">
          <p class="hint">{say('log_note')}</p>
          <Field
            {...field('referralId')}
            type="select"
            label={say('which')}
            options={chosen(data.agencies.map(({ id, name }) => ({ value: id, label: name })))}
          />
          <Field
            {...field('purpose')}
            type="select"
            label={say('what_for')}
            options={chosen(purposes.map((each) => ({ value: each, label: purposeOf(each) })))}
          />
          <Field {...field('visitedOn')} type="date" width="mid" label={say('when')} />
          <Button kind="go">{say('save')}</Button>
        </Form>
      )}
    </section>
  )
}

const SchoolVisitsPage = (data: SeenSchoolVisits, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{ href: `/students/${data.student.id}`, label: <bdi>{data.student.name}</bdi> }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Visits data={data} />
    <Log data={data} view={view} />
  </Page>
)

/** When agencies came to school for one student. */
export const schoolVisitsScreen = screen({
  address: '/students/:studentId/school-visits',
  title: say('title'),
  look: lookSchoolVisits,
  page: SchoolVisitsPage,
})
export const schoolVisitResource = resource({
  address: 'POST /students/:studentId/school-visits',
  act: logSchoolVisit,
  stands: schoolVisitsScreen,
  then: ({ studentId }) => `/students/${studentId}/school-visits`,
})
