import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { dayOfMoment } from '#consent/contract.ts'
import { Act, Button, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { agreementsScreen } from './agreements.tsx'
import { lookSigning, type SeenSigning } from '../look-signing.ts'
import { registerSigningKey } from '../register-key.ts'
import { revokeSigningKey } from '../revoke-key.ts'
import { signingPageWords } from '../signing-words.ts'

const say = signingPageWords()
type Props = { data: SeenSigning; view: View }

const Keys = ({ data, view }: Props) =>
  data.keys.length === 0 ? (
    <p>{say('none')}</p>
  ) : (
    <Table
      caption={say('keys')}
      rows={data.keys}
      columns={[
        { head: say('key_id'), cell: ({ id }) => <code>{id}</code> },
        { head: say('print'), cell: ({ fingerprint }) => <code>{fingerprint}</code> },
        {
          head: say('since'),
          cell: ({ madeAt, madeByName }) =>
            say('since_by', { at: dayOfMoment(madeAt, data), name: madeByName }),
        },
        {
          head: say('state'),
          cell: ({ id, fingerprint, revokedAt }) =>
            revokedAt === null ? (
              <Act
                id={`off-${id}`}
                kind="text"
                to={`/handle-with-care/signing-keys/${id}/revocation`}
                shell={view.shell}
              >
                {say('revoke', { print: fingerprint })}
              </Act>
            ) : (
              say('revoked_at', { at: dayOfMoment(revokedAt, data) })
            ),
        },
      ]}
    />
  )

const linesOf = (address: string) => [
  'handle-with-care-1',
  address,
  say('line_at'),
  say('line_nonce'),
  say('line_body'),
]

/** How a machine signs: short enough to be done after it, with the whole example in the documentation. */
const How = ({ data }: { data: SeenSigning }) => (
  <section class="after flow" aria-labelledby="how">
    <h2 id="how">{say('how')}</h2>
    <ol>
      <li>{say('how_key')}</li>
      <li>
        {say('how_lines')}
        <ul role="list" class="plain">
          {linesOf(data.address).map((line) => (
            <li>
              <code>{line}</code>
            </li>
          ))}
        </ul>
      </li>
      <li>
        {say('how_headers')} {say('how_once')}
      </li>
    </ol>
    <p>{say('how_docs')}</p>
  </section>
)

const Register = ({ data, view }: Props) => (
  <Form
    to={`/handle-with-care/desks/${data.sender.id}/signing-keys`}
    shell={view.shell}
    layout="box read flow"
  >
    <Field
      {...kept(view)('publicKey')}
      type="textarea"
      label={say('public_key')}
      hint={say('public_key_hint')}
      maxlength={400}
    />
    <p>
      <Button kind="go">{say('register')}</Button>
    </p>
  </Form>
)

const SigningPage = (data: SeenSigning, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { label: data.sender.label })}
      crumb={{ href: '/handle-with-care/agreements', label: say('crumb') }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Keys data={data} view={view} />
    {data.keeps && <Register data={data} view={view} />}
    <How data={data} />
  </Page>
)

/** With which keys the machine of one desk signs. */
export const signingScreen = screen({
  address: '/handle-with-care/desks/:careSenderId/signing',
  title: say('title'),
  look: lookSigning,
  page: SigningPage,
})
const then = ({ careSenderId }: { careSenderId: string }) => `/handle-with-care/desks/${careSenderId}/signing`
export const signingResources = [
  resource({
    address: 'POST /handle-with-care/desks/:careSenderId/signing-keys',
    act: registerSigningKey,
    stands: signingScreen,
    then,
  }),
  resource({
    address: 'POST /handle-with-care/signing-keys/:signingKeyId/revocation',
    act: revokeSigningKey,
    stands: agreementsScreen,
    at: () => ({}),
    then,
  }),
]
