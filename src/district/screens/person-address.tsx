import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { checkWords, identityChecks } from '#access/sign-in/identity-check.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { changeAddress } from '../change-address.ts'
import { lookAddress } from '../look-people.ts'
import { addressReasonWords, peopleWords } from '../people-words.ts'
import { addressReasons } from '../rules.ts'

const say = peopleWords()
const check = checkWords()
const reason = addressReasonWords()

type Data = Awaited<ReturnType<typeof lookAddress.see>>

const Chosen = ({
  view,
  name,
  legend,
  options,
}: {
  view: View
  name: string
  legend: string
  options: readonly { value: string; label: string }[]
}) => {
  const { value, ...choice } = kept(view)(name)
  return (
    <Choices {...choice} legend={legend} options={options} {...(value !== undefined && { chosen: value })} />
  )
}

const AddressPage = ({ person }: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('address_question', { name: person.name })}
      crumb={{ href: `/people/${person.id}`, label: person.name }}
    />
    <Form to={`/people/${person.id}/address`} shell={view.shell} layout="box read flow">
      <p>{say('address_now', { email: person.email ?? say('no_address') })}</p>
      <p>{say('address_lead')}</p>
      <ul>
        <li>{say('address_will_sign_in')}</li>
        <li>{say('address_will_sessions')}</li>
        <li>{say('address_will_told')}</li>
        <li>{say('address_will_proofs')}</li>
      </ul>
      <Field {...kept(view)('email')} type="email" label={say('address_next')} maxlength={200} />
      <Chosen
        view={view}
        name="checkedHow"
        legend={say('address_check')}
        options={identityChecks.map((value) => ({ value, label: check(value) }))}
      />
      <Chosen
        view={view}
        name="because"
        legend={say('address_because')}
        options={addressReasons.map((value) => ({ value, label: reason(value) }))}
      />
      <p class="row">
        <Button kind="go">{say('address_yes')}</Button>
        <a class="btn text" href={`/people/${person.id}`}>
          {say('address_no')}
        </a>
      </p>
    </Form>
  </Page>
)

export const addressScreen = screen({
  address: '/people/:personId/address',
  title: say('address_change'),
  look: lookAddress,
  page: AddressPage,
})

export const addressResource = resource({
  address: 'POST /people/:personId/address',
  act: changeAddress,
  stands: addressScreen,
  then: ({ personId }) => `/people/${personId}`,
})
