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
import { partnerItems, schoolItems } from '../agreement.ts'
import { lookAgreement, lookNewAgreement } from '../look-forms.ts'
import { recordAgreement } from '../record-agreement.ts'
import { screenWords } from '../screen-words.ts'
import { suspendAgreement } from '../suspend-agreement.ts'
import { itemWords } from '../words.ts'

const say = screenWords()
const item = itemWords()

const NewAgreementPage = (partner: { id: string; name: string; shortName: string }, view: View) => {
  const field = kept(view)
  const items = (codes: typeof schoolItems | typeof partnerItems) =>
    codes.map((value) => ({ value, label: item(value) }))
  const errorOf = (name: string) => {
    const { error } = field(name)
    return error === undefined ? {} : { error }
  }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_agreement', { name: partner.shortName })}
        crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
      />
      <Form to={`/partners/${partner.id}/agreements`} shell={view.shell} layout="flow">
        <Field {...field('title')} label={say('title')} maxlength={200} />
        <div class="pairs auto">
          <Field {...field('startsOn')} type="date" label={say('starts_on')} />
          <Field {...field('endsOn')} type="date" label={say('ends_on')} />
        </div>
        <Choices
          name="schoolToPartner"
          many
          legend={say('school_question')}
          hint={say('items_hint')}
          options={items(schoolItems)}
          chosen={keptAll(view, 'schoolToPartner')}
          {...errorOf('schoolToPartner')}
        />
        <Choices
          name="partnerToSchool"
          many
          legend={say('agency_question')}
          hint={say('items_hint')}
          options={items(partnerItems)}
          chosen={keptAll(view, 'partnerToSchool')}
          {...errorOf('partnerToSchool')}
        />
        <p class="row">
          <Button kind="go">{say('save_agreement')}</Button>
          <ButtonLink kind="text" href={`/partners/${partner.id}`}>
            {say('keep_agreement')}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  )
}

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
