import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Form, PageHead, PartnerPage } from '#design/contract.ts'
import { acknowledgeAtAgency } from '../acknowledge-at-agency.ts'
import type { AlertAtAgency } from '../at-agency.ts'
import { lookAlertsAtAgency, type SeenAtAgency } from '../look-alerts.ts'
import { alertWords } from '../screen-words.ts'
import { sendToSchool } from '../send-to-school.ts'
import { Abouts, Alerts } from './parts.tsx'

const say = alertWords()
type Props = { data: SeenAtAgency; view: View }

const Told = ({ data, view }: Props) => (
  <Alerts<AlertAtAgency>
    view={view}
    listed={{
      ...data,
      wayOf: ({ direction }) => say(direction === 'to_partner' ? 'school_to_you' : 'you_to_school'),
      mayTake: ({ direction }) => direction === 'to_partner',
      takeAt: ({ id }) => `/inbox/${data.referral.id}/alerts/${id}/acknowledgement`,
    }}
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
    <Told data={data} view={view} />
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
