import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { Act, Button, Empty, ErrorSummary, Form, PageHead, PartnerPage, Table } from '#design/contract.ts'
import { acknowledgeAtAgency } from '../acknowledge-at-agency.ts'
import type { AlertAtAgency } from '../at-agency.ts'
import { lookAlertsAtAgency, type SeenAtAgency } from '../look-alerts.ts'
import { alertWords } from '../screen-words.ts'
import { sendToSchool } from '../send-to-school.ts'
import { aboutWords } from '../words.ts'
import { Abouts, momentOf, standsOf } from './parts.tsx'

const say = alertWords()
const sayAbout = aboutWords('en')
type Props = { data: SeenAtAgency; view: View }

const Take = ({ data, view, alert }: Props & { alert: AlertAtAgency }) =>
  alert.direction === 'to_partner' &&
  alert.acknowledgedAt === null && (
    <Act
      id={`take-${alert.id}`}
      to={`/inbox/${data.referral.id}/alerts/${alert.id}/acknowledgement`}
      shell={view.shell}
    >
      {say('take')}
    </Act>
  )

const Alerts = ({ data, view }: Props) =>
  data.alerts.length === 0 ? (
    <Empty fact={say('none')} note={say('none_note')} />
  ) : (
    <Table<AlertAtAgency>
      caption={say('caption')}
      narrow="pairs"
      rows={data.alerts}
      columns={[
        { head: say('what'), cell: ({ about }) => sayAbout(about) },
        {
          head: say('way'),
          cell: ({ direction }) => say(direction === 'to_partner' ? 'school_to_you' : 'you_to_school'),
        },
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

const AgencyPage = (data: SeenAtAgency, view: View) => (
  <PartnerPage shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_agency')}
      crumb={{ href: `/inbox/${data.referral.id}`, label: say('number', { number: data.referral.number }) }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Alerts data={data} view={view} />
    <section class="after flow" aria-labelledby="send">
      <h2 id="send">{say('send')}</h2>
      <Form to={`/inbox/${data.referral.id}/alerts`} shell={view.shell} layout="box read flow">
        <Abouts view={view} />
        <p class="quiet">{say('note_agency')}</p>
        <Button kind="go">{say('send_it')}</Button>
      </Form>
    </section>
  </PartnerPage>
)

/** What school and agency told each other on one referral. */
export const agencyScreen = screen({
  address: '/inbox/:referralId/alerts',
  title: say('title_agency'),
  look: lookAlertsAtAgency,
  page: AgencyPage,
})
const back = (_result: unknown, { referralId }: Record<string, string>) => `/inbox/${referralId}/alerts`
const there = ({ referralId = '' }: Record<string, string>) => ({ referralId })
export const agencyResources: Resource[] = [
  resource({
    address: 'POST /inbox/:referralId/alerts',
    act: sendToSchool,
    stands: agencyScreen,
    at: there,
    then: back,
  }),
  resource({
    address: 'POST /inbox/:referralId/alerts/:alertId/acknowledgement',
    act: acknowledgeAtAgency,
    stands: agencyScreen,
    at: there,
    then: back,
  }),
]
