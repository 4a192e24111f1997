import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Act, Button, ErrorSummary, Form, Page, PageHead, Table } from '#design/contract.ts'
import { addService } from '../add-service.ts'
import { describeOffer } from '../describe-offer.ts'
import { lookOffer } from '../look-own-pages.ts'
import type { Partner } from '../partner.ts'
import { removeService } from '../remove-service.ts'
import { screenWords } from '../screen-words.ts'
import { directoryWords } from '../words.ts'
import { OfferFields } from './offer-fields.tsx'
import { ServiceForm } from './service-form.tsx'

const say = screenWords()
const said = directoryWords()

type Shown = { partner: Partner; view: View }

const ServiceTable = ({ partner, view }: Shown) => (
  <Table
    caption={say('services_caption')}
    rows={partner.services}
    columns={[
      { head: say('head_service'), cell: (row) => row.name },
      { head: say('head_kind'), cell: (row) => said(`service_${row.kind}`) },
      { head: say('head_tiers'), cell: (row) => row.tiers.join(', ') },
      { head: say('head_ages'), cell: (row) => row.ages },
      {
        head: say('service_remove'),
        cell: ({ id, name }) => (
          <Act
            id={`remove-${id}`}
            kind="text"
            to={`/partners/${partner.id}/services/${id}/removal`}
            shell={view.shell}
          >
            {say('service_remove')}
            <span class="vh"> {name}</span>
          </Act>
        ),
      },
    ]}
  />
)

const Services = ({ partner, view }: Shown) => (
  <section class="flow" aria-labelledby="services">
    <h2 id="services">{say('services')}</h2>
    {partner.services.length === 0 ? (
      <p>{say('services_none')}</p>
    ) : (
      <ServiceTable partner={partner} view={view} />
    )}
    <ServiceForm partner={partner} view={view} />
  </section>
)

const OfferPage = (partner: Awaited<ReturnType<typeof lookOffer.see>>, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('offer', { name: partner.shortName })}
      crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
    >
      <p>{say('offer_lead')}</p>
    </PageHead>
    <div class="flow">
      <Form
        to={`/partners/${partner.id}/offer`}
        shell={view.shell}
        layout="flow"
        hidden={{ version: partner.version }}
      >
        <OfferFields view={view} held={partner} />
        <p class="row">
          <Button kind="go">{say('offer_save')}</Button>
        </p>
      </Form>
      {partner.mayKeepServices && <Services partner={partner} view={view} />}
    </div>
  </Page>
)

export const offerScreen = screen({
  address: '/partners/:partnerId/offer',
  title: 'What an agency offers',
  look: lookOffer,
  page: OfferPage,
})

const backTo = ({ partnerId }: { partnerId: string }) => `/partners/${partnerId}/offer`

export const offerResource = resource({
  address: 'POST /partners/:partnerId/offer',
  act: describeOffer,
  stands: offerScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})

export const servicesResource = resource({
  address: 'POST /partners/:partnerId/services',
  act: addService,
  stands: offerScreen,
  then: backTo,
})

export const serviceRemovalResource = resource({
  address: 'POST /partners/:partnerId/services/:serviceId/removal',
  act: removeService,
  stands: offerScreen,
  then: backTo,
})
