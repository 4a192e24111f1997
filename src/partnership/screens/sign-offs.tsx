import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Confirm,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { lookNewSignOff, lookSignOff } from '../look-forms.ts'
import { recordSignOff } from '../record-sign-off.ts'
import { screenWords } from '../screen-words.ts'
import { withdrawSignOff } from '../withdraw-sign-off.ts'

const say = screenWords()

const NewSignOffPage = (
  { agreement, partner }: Awaited<ReturnType<typeof lookNewSignOff.see>>,
  view: View,
) => {
  const field = kept(view)
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_sign_off', { name: partner.shortName })}
        crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
      >
        <p>{agreement.title}</p>
      </PageHead>
      <Form to={`/agreements/${agreement.id}/sign-offs`} shell={view.shell} layout="flow">
        <Field {...field('scope')} label={say('scope')} hint={say('scope_hint')} maxlength={200} />
        <Field {...field('signedBy')} label={say('signed_by')} maxlength={120} />
        <div class="pairs auto">
          <Field {...field('signedOn')} type="date" label={say('signed_on')} />
          <Field {...field('endsOn')} type="date" label={say('holds_until')} />
        </div>
        <p class="row">
          <Button kind="go">{say('save_sign_off')}</Button>
          <ButtonLink kind="text" href={`/partners/${partner.id}`}>
            {say('not_now')}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  )
}

export const newSignOffScreen = screen({
  address: '/agreements/:agreementId/sign-offs/new',
  title: 'Record a legal sign-off',
  look: lookNewSignOff,
  page: NewSignOffPage,
})

export const signOffsResource = resource({
  address: 'POST /agreements/:agreementId/sign-offs',
  act: recordSignOff,
  stands: newSignOffScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})

const WithdrawalPage = ({ signOff, partner }: Awaited<ReturnType<typeof lookSignOff.see>>, view: View) => (
  <Confirm
    shell={view.shell}
    question={say('withdraw_question', { name: partner.shortName })}
    lead={say('suspend_lead')}
    will={[
      say('suspend_nothing_sent', { name: partner.shortName }),
      say('suspend_stays'),
      say('withdraw_again'),
    ]}
    to={`/sign-offs/${signOff.id}/withdrawal`}
    yes={say('withdraw')}
    danger
    no={{ href: `/partners/${partner.id}`, label: say('keep_sign_off') }}
    errors={reasonsShown(view)}
  />
)

export const withdrawalScreen = screen({
  address: '/sign-offs/:signOffId/withdrawal',
  title: 'Withdraw a legal sign-off',
  look: lookSignOff,
  page: WithdrawalPage,
})

export const withdrawalResource = resource({
  address: 'POST /sign-offs/:signOffId/withdrawal',
  act: withdrawSignOff,
  stands: withdrawalScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
