import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { newToken } from '#access/sign-in/secrets.ts'
import {
  Act,
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  inPart,
  kept,
  Page,
  PageHead,
  State,
} from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { endCareAgreement } from '../end-agreement.ts'
import { lookAgreements, type SeenAgreements } from '../look-agreements.ts'
import { makeCareSender } from '../make-sender.ts'
import { recordCareAgreement } from '../record-agreement.ts'
import { revokeCareSender } from '../revoke-sender.ts'
import { keeperWords, standingWords } from '../screen-words.ts'
import { Desks } from './desks.tsx'

const say = keeperWords()
const standing = standingWords()
type Agreement = SeenAgreements['agreements'][number]
type Props = { agreement: Agreement; data: SeenAgreements; view: View }

/** A key nobody has yet: it is made with the page, and becomes one when a desk is made with it. */
const GiveKey = ({ agreement, view: whole }: Omit<Props, 'data'>) => {
  const part = `key-${agreement.id}`
  const view = inPart(whole, part)
  const field = kept(view, { key: newToken() })
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('give_key')}</summary>
      <Form
        to={`/handle-with-care/agreements/${agreement.id}/desks`}
        shell={view.shell}
        hidden={{ part }}
        layout="flow read"
      >
        <Field {...field('label')} id={`label-${agreement.id}`} label={say('label')} maxlength={80} />
        <Field
          {...field('key')}
          id={`key-of-${agreement.id}`}
          label={say('key')}
          hint={say('key_hint')}
          autocomplete="off"
        />
        <p>
          <Button>{say('key_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

const One = ({ agreement, data, view }: Props) => (
  <section class="after flow" aria-labelledby={`agreement-${agreement.id}`}>
    <h2 id={`agreement-${agreement.id}`}>{agreement.agency}</h2>
    <p>
      <State s={agreement.standing === 'in_force' ? 'done' : 'end'}>{standing(agreement.standing)}</State>{' '}
      {say('days', {
        from: dayWords(agreement.startsOn, data.today),
        until: dayWords(agreement.endsOn, data.today),
      })}
      . {agreement.reference}. {say('recorded_by', { name: agreement.recordedByName })}.
    </p>
    <Desks agreement={agreement} data={data} />
    {agreement.senders
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, label }) => (
        <Act
          id={`key-off-${id}`}
          kind="text"
          to={`/handle-with-care/desks/${id}/revocation`}
          shell={view.shell}
        >
          {say('revoke', { label })}
        </Act>
      ))}
    {data.keeps && agreement.standing === 'in_force' && (
      <>
        <GiveKey agreement={agreement} view={view} />
        <Act
          id={`end-${agreement.id}`}
          kind="text"
          to={`/handle-with-care/agreements/${agreement.id}/end`}
          shell={view.shell}
        >
          {say('end_agreement')}
        </Act>
      </>
    )}
  </section>
)

const Add = ({ view: whole }: { view: View }) => {
  const view = inPart(whole, 'add')
  const field = kept(view)
  return (
    <details class="more" {...(whole.typed['part'] === 'add' && { open: true })}>
      <summary>{say('add_agreement')}</summary>
      <Form to="/handle-with-care/agreements" shell={view.shell} hidden={{ part: 'add' }} layout="flow read">
        <Field {...field('agency')} label={say('agency')} maxlength={120} />
        <Field
          {...field('reference')}
          label={say('reference')}
          hint={say('reference_hint')}
          maxlength={200}
        />
        <div class="pairs auto">
          <Field {...field('startsOn')} type="date" width="mid" label={say('starts')} />
          <Field {...field('endsOn')} type="date" width="mid" label={say('ends')} />
        </div>
        <p>
          <Button kind="go">{say('add_do')}</Button>
        </p>
      </Form>
    </details>
  )
}

const AgreementsPage = (data: SeenAgreements, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('agreements')}>
      <p>{say('agreements_lead')}</p>
    </PageHead>
    {data.agreements.length === 0 && <Empty fact={say('no_agreements')} />}
    {data.agreements.map((agreement) => (
      <One agreement={agreement} data={data} view={view} />
    ))}
    {data.keeps && <Add view={view} />}
  </Page>
)

/** What was agreed with law enforcement, and who sends under it. */
export const agreementsScreen = screen({
  address: '/handle-with-care/agreements',
  title: say('agreements'),
  look: lookAgreements,
  page: AgreementsPage,
  nav: { section: 'district', label: say('agreements'), order: 45 },
})
const stands = agreementsScreen
const at = () => ({})
const then = () => '/handle-with-care/agreements'
export const agreementResources = [
  resource({ address: 'POST /handle-with-care/agreements', act: recordCareAgreement, stands, then }),
  resource({
    address: 'POST /handle-with-care/agreements/:careAgreementId/end',
    act: endCareAgreement,
    stands,
    at,
    then,
  }),
  resource({
    address: 'POST /handle-with-care/agreements/:careAgreementId/desks',
    act: makeCareSender,
    stands,
    at,
    then,
  }),
  resource({
    address: 'POST /handle-with-care/desks/:careSenderId/revocation',
    act: revokeCareSender,
    stands,
    at,
    then,
  }),
]
