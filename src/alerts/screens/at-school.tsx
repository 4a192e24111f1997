import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { acknowledgeAtSchool } from '../acknowledge-at-school.ts'
import type { SupportAlert } from '../alert.ts'
import { lookAlertsAtSchool, type SeenAtSchool } from '../look-alerts.ts'
import { alertWords } from '../screen-words.ts'
import { sendToAgency } from '../send-to-agency.ts'
import { aboutWords } from '../words.ts'
import { Abouts, momentOf, standsOf } from './parts.tsx'

const say = alertWords()
const sayAbout = aboutWords('en')
type Props = { data: SeenAtSchool; view: View }

const wayOf = ({ direction, partnerName: partner }: SupportAlert) =>
  say(direction === 'to_partner' ? 'from_school' : 'from_agency', { partner })

const Take = ({ data, view, alert }: Props & { alert: SupportAlert }) =>
  alert.direction === 'to_school' &&
  alert.acknowledgedAt === null &&
  data.mayAnswer && (
    <Act
      id={`take-${alert.id}`}
      to={`/students/${data.student.id}/alerts/${alert.id}/acknowledgement`}
      shell={view.shell}
    >
      {say('take')}
    </Act>
  )

const Alerts = ({ data, view }: Props) =>
  data.alerts.length === 0 ? (
    <Empty fact={say('none')} note={say('none_note')} />
  ) : (
    <Table<SupportAlert>
      caption={say('caption')}
      narrow="pairs"
      rows={data.alerts}
      columns={[
        { head: say('what'), cell: ({ about }) => sayAbout(about) },
        { head: say('way'), cell: wayOf },
        { head: say('when'), cell: ({ sentAt }) => momentOf(sentAt, data) },
        {
          head: say('stands'),
          cell: (alert) => (
            <>
              {standsOf(alert, data)} <Take data={data} view={view} alert={alert} />
            </>
          ),
        },
      ]}
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
    <Alerts data={data} view={view} />
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
