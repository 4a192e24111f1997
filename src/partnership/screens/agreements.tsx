import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  Confirm,
  ErrorSummary,
  Field,
  Form,
  kept,
  keptAll,
  Page,
  PageHead,
} from '#design/contract.ts'
import type { Partner } from '#directory/contract.ts'
import { partnerItems, schoolItems } from '../agreement.ts'
import { lookAgreement, lookNewAgreement } from '../look-forms.ts'
import { recordAgreement } from '../record-agreement.ts'
import { screenWords } from '../screen-words.ts'
import { suspendAgreement } from '../suspend-agreement.ts'
import { itemWords } from '../words.ts'

const say = screenWords()
const item = itemWords()

type ItemsProps = {
  name: 'schoolToPartner' | 'partnerToSchool'
  codes: typeof schoolItems | typeof partnerItems
  legend: string
  view: View
}

const Items = ({ name, codes, legend, view }: ItemsProps) => {
  const { error } = kept(view)(name)
  return (
    <Choices
      name={name}
      many
      legend={legend}
      hint={say('items_hint')}
      options={codes.map((value) => ({ value, label: item(value) }))}
      chosen={keptAll(view, name)}
      {...(error !== undefined && { error })}
    />
  )
}

const NewAgreementForm = ({ partnerId, view }: { partnerId: string; view: View }) => {
  const field = kept(view)
  return (
    <Form to={`/partners/${partnerId}/agreements`} shell={view.shell} layout="flow">
      <Field {...field('title')} label={say('title')} maxlength={200} />
      <div class="pairs auto">
        <Field {...field('startsOn')} type="date" label={say('starts_on')} />
        <Field {...field('endsOn')} type="date" label={say('ends_on')} />
      </div>
      <Items name="schoolToPartner" codes={schoolItems} legend={say('school_question')} view={view} />
      <Items name="partnerToSchool" codes={partnerItems} legend={say('agency_question')} view={view} />
      <p class="row">
        <Button kind="go">{say('save_agreement')}</Button>
        <ButtonLink kind="text" href={`/partners/${partnerId}`}>
          {say('not_now')}
        </ButtonLink>
      </p>
    </Form>
  )
}

const NewAgreementPage = (partner: Partner, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('new_agreement', { name: partner.shortName })}
      crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
    />
    <NewAgreementForm partnerId={partner.id} view={view} />
  </Page>
)

export const newAgreementScreen = screen({
  address: '/partners/:partnerId/agreements/new',
  title: 'Record an agreement',
  look: lookNewAgreement,
  page: NewAgreementPage,
})

export const agreementsResource = resource({
  address: 'POST /partners/:partnerId/agreements',
  act: recordAgreement,
  stands: newAgreementScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})

const SuspensionPage = (
  { agreement, partner }: Awaited<ReturnType<typeof lookAgreement.see>>,
  view: View,
) => (
  <Confirm
    shell={view.shell}
    question={say('suspend_question', { name: partner.shortName })}
    lead={say('suspend_lead')}
    will={[
      say('suspend_nothing_sent', { name: partner.shortName }),
      say('suspend_stays'),
      say('suspend_again'),
    ]}
    to={`/agreements/${agreement.id}/suspension`}
    yes={say('suspend')}
    danger
    no={{ href: `/partners/${partner.id}`, label: say('keep_agreement') }}
    errors={reasonsShown(view)}
  />
)

export const suspensionScreen = screen({
  address: '/agreements/:agreementId/suspension',
  title: 'Suspend an agreement',
  look: lookAgreement,
  page: SuspensionPage,
})

export const suspensionResource = resource({
  address: 'POST /agreements/:agreementId/suspension',
  act: suspendAgreement,
  stands: suspensionScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
