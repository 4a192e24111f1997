import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { acknowledgeAtSchool } from '../acknowledge-at-school.ts'
import type { SupportAlert } from '../alert.ts'
import { lookAlertsAtSchool, type SeenAtSchool } from '../look-alerts.ts'
import { alertWords } from '../screen-words.ts'
import { sendToAgency } from '../send-to-agency.ts'
import { Abouts, Alerts } from './parts.tsx'

const say = alertWords()
type Props = { data: SeenAtSchool; view: View }

const wayOf = ({ direction, partnerName: partner }: SupportAlert) =>
  say(direction === 'to_partner' ? 'from_school' : 'from_agency', { partner })

const Told = ({ data, view }: Props) => (
  <Alerts<SupportAlert>
    view={view}
    listed={{
      ...data,
      wayOf,
      mayTake: ({ direction }) => direction === 'to_school' && data.mayAnswer,
      takeAt: ({ id }) => `/students/${data.student.id}/alerts/${id}/acknowledgement`,
    }}
  />
)

const Send = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="send">
    <h2 id="send">{say('send')}</h2>
    {data.agencies.length === 0 ? (
      <p>{say('no_agency')}</p>
    ) : (
      <Form to={`/students/${data.student.id}/alerts`} shell={view.shell} layout="box read flow">
        <Field
          {...kept(view)('referralId')}
          type="select"
          width="mid"
          label={say('agency')}
          options={data.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Abouts view={view} />
        <p class="quiet">{say('note')}</p>
        <Button kind="go">{say('send_it')}</Button>
      </Form>
    )}
  </section>
)

const SchoolPage = (data: SeenAtSchool, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{ href: `/students/${data.student.id}`, label: <bdi>{data.student.name}</bdi> }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Told data={data} view={view} />
    {data.mayAnswer && <Send data={data} view={view} />}
  </Page>
)

/** What school and agencies told each other about one student. */
export const schoolScreen = screen({
  address: '/students/:studentId/alerts',
  title: say('title'),
  look: lookAlertsAtSchool,
  page: SchoolPage,
})
const back = (_result: unknown, { studentId }: Record<string, string>) => `/students/${studentId}/alerts`
export const schoolResources: Resource[] = [
  resource({
    address: 'POST /students/:studentId/alerts',
    act: sendToAgency,
    stands: schoolScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/alerts/:alertId/acknowledgement',
    act: acknowledgeAtSchool,
    stands: schoolScreen,
    then: back,
  }),
]
