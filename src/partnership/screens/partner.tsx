import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  ButtonLink,
  ErrorSummary,
  KeyList,
  Late,
  Page,
  PageHead,
  Phone,
  Table,
  Tag,
} from '#design/contract.ts'
import { directoryWords, inOneLine, payersInOneLine } from '#directory/contract.ts'
import { languageName } from '#people/contract.ts'
import { dayWords, Misses } from '#standards/contract.ts'
import { lookPartner, type Profile } from '../look-partner.ts'
import { nameOwner } from '../name-owner.ts'
import { screenWords } from '../screen-words.ts'
import { GateSection } from './gate.tsx'
import { OwnerForm } from './owner.tsx'
import { RoomSection } from './room.tsx'

const say = screenWords()
const said = directoryWords()
const role = roleWords()

function basics({ partner }: Profile) {
  const times = [
    ...(partner.afterSchool ? [say('after_school')] : []),
    ...(partner.weekends ? [say('weekends')] : []),
  ]
  const unknown = say('not_recorded')
  return [
    { key: say('contact'), value: partner.contactName },
    { key: say('phone'), value: <Phone number={partner.phone} /> },
    { key: say('address'), value: partner.address },
    { key: say('hours'), value: [partner.hours, ...times].join('. ') },
    { key: say('populations'), value: partner.populations ?? unknown },
    { key: say('languages'), value: partner.languages.map((tag) => languageName(tag)).join(', ') },
    { key: say('modalities'), value: inOneLine(partner.modalities.map((each) => said(`modality_${each}`))) },
    { key: say('payers'), value: payersInOneLine(partner.payers) },
    { key: say('owner'), value: partner.relationshipOwner ?? unknown },
    {
      key: say('crisis_phone'),
      value: partner.crisisPhone === null ? unknown : <Phone number={partner.crisisPhone} />,
    },
  ]
}

const Services = ({ partner }: Profile) => (
  <section class="flow" aria-labelledby="services">
    <h2 id="services">{say('services')}</h2>
    <Table
      caption={say('services_caption')}
      rows={partner.services}
      columns={[
        { head: say('head_service'), cell: (row) => row.name },
        { head: say('head_kind'), cell: (row) => said(`service_${row.kind}`) },
        { head: say('head_tiers'), cell: (row) => row.tiers.join(', ') },
        { head: say('head_ages'), cell: (row) => row.ages },
      ]}
    />
  </section>
)

const Route = ({ partner, today, routeOpenedOn, may }: Profile) => (
  <section class="flow" aria-labelledby="route">
    <h2 id="route">{say('route')}</h2>
    <p>
      {partner.route === null
        ? say('route_none')
        : say('route_text', {
            kind: said(`route_${partner.route.kind}`),
            address: partner.route.address,
            day: dayWords(routeOpenedOn ?? today, today),
          })}
    </p>
    {may.keepAgreements && (
      <p>
        <ButtonLink href={`/partners/${partner.id}/route`}>{say('change_route')}</ButtonLink>
      </p>
    )}
  </section>
)

const Staff = ({ staff, partner, may, notReady }: Profile) => (
  <section class="flow" aria-labelledby="staff">
    <h2 id="staff">{say('staff')}</h2>
    {staff.length === 0 ? (
      <p>{say('staff_none')}</p>
    ) : (
      <Table
        caption={say('staff_caption')}
        rows={staff}
        columns={[
          { head: say('head_name'), cell: (row) => row.name },
          { head: say('head_role'), cell: (row) => role(row.role) },
          ...(notReady.length === 0
            ? []
            : [
                {
                  head: say('campus'),
                  cell: ({ id }: Profile['staff'][number]) =>
                    notReady.includes(id) && <Late>{say('not_ready')}</Late>,
                },
              ]),
        ]}
      />
    )}
    {may.keepContacts && (
      <p>
        <ButtonLink href={`/partners/${partner.id}/contacts`}>{say('contacts')}</ButtonLink>
      </p>
    )}
  </section>
)

const Onboarding = ({ partner, today, onboardedOn, may }: Profile) => (
  <section class="flow" aria-labelledby="onboarding">
    <h2 id="onboarding">{say('onboarding')}</h2>
    <p>
      {onboardedOn === null ? say('not_on_board') : say('on_board', { day: dayWords(onboardedOn, today) })}
    </p>
    {may.keepAgreements && onboardedOn === null && (
      <p>
        <ButtonLink href={`/partners/${partner.id}/onboarding`}>{say('open_list')}</ButtonLink>
      </p>
    )}
  </section>
)

const PartnerPage = (data: Profile, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={data.partner.name} crumb={{ href: '/partners', label: say('to_partners') }}>
      <p>{data.partner.about}</p>
      {data.unavailable.length > 0 && (
        <p>
          <Tag>{say('unavailable')}</Tag>
        </p>
      )}
    </PageHead>
    <div class="flow">
      <RoomSection {...data} />
      <KeyList items={basics(data)} />
      {data.may.describe && (
        <p class="row">
          <ButtonLink href={`/partners/${data.partner.id}/entry`}>{say('describe')}</ButtonLink>
          <ButtonLink href={`/partners/${data.partner.id}/offer`}>{say('describe_offer')}</ButtonLink>
          {data.may.rename && (
            <ButtonLink href={`/partners/${data.partner.id}/names`}>{say('rename')}</ButtonLink>
          )}
        </p>
      )}
      <OwnerForm data={data} view={view} />
      <Services {...data} />
      <Route {...data} />
      <GateSection {...data} />
      <Misses misses={data.misses} calendar={data.calendar} now={data.now} />
      <Staff {...data} />
      <Onboarding {...data} />
    </div>
  </Page>
)

export const partnerScreen = screen({
  address: '/partners/:partnerId',
  title: 'Partner',
  look: lookPartner,
  page: PartnerPage,
})

export const ownerResource = resource({
  address: 'POST /partners/:partnerId/owner',
  act: nameOwner,
  stands: partnerScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
