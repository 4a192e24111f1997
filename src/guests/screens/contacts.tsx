import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  inPart,
  kept,
  Page,
  PageHead,
  Table,
} from '#design/contract.ts'
import { addPhone } from '../add-phone.ts'
import { contactWords } from '../guest-words.ts'
import { lookContacts, type SeenContacts } from '../look-contacts.ts'
import { registerContact } from '../register-contact.ts'

const say = contactWords()

/** Whoever was written down without a phone is given one where that is said. */
const Phone = ({
  row,
  data,
  view,
}: {
  row: SeenContacts['contacts'][number]
  data: SeenContacts
  view: View
}) =>
  row.phone === null ? (
    <>
      {say('no_phone')}
      <Form
        to={`/partners/${data.partner.id}/contacts/${row.personId}/phone`}
        shell={view.shell}
        layout="row"
        hidden={{ part: `phone-${row.personId}` }}
      >
        <Field
          {...kept(inPart(view, `phone-${row.personId}`))('phone')}
          type="tel"
          label={say('phone_of', { name: row.name })}
          autocomplete="off"
        />
        <Button>{say('phone_save')}</Button>
      </Form>
    </>
  ) : (
    <>{row.phone}</>
  )

const Contacts = ({ data, view }: { data: SeenContacts; view: View }) =>
  data.contacts.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <>
      <Table
        caption={<span class="vh">{say('listed')}</span>}
        rows={data.contacts}
        columns={[
          { head: say('name'), cell: (row) => <a href={`/people/${row.personId}`}>{row.name}</a> },
          { head: say('link_to'), cell: (row) => row.email ?? '' },
          { head: say('code_to'), cell: (row) => <Phone row={row} data={data} view={view} /> },
        ]}
      />
      <p class="hint">{say('end_hint')}</p>
    </>
  )

const Add = ({ data, view }: { data: SeenContacts; view: View }) => {
  const field = kept(inPart(view, 'add'))
  return (
    <section class="flow" aria-labelledby="add">
      <h2 id="add">{say('add')}</h2>
      <Form
        to={`/partners/${data.partner.id}/contacts`}
        shell={view.shell}
        layout="box read flow"
        hidden={{ part: 'add' }}
      >
        <Field {...field('name')} label={say('name')} autocomplete="off" />
        <Field {...field('email')} type="email" label={say('email')} autocomplete="off" />
        <Field
          {...field('phone')}
          type="tel"
          label={say('phone')}
          hint={say('phone_hint')}
          autocomplete="off"
        />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

const ContactsPage = (data: SeenContacts, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { partner: data.partner.name })}
      crumb={{ href: `/partners/${data.partner.id}`, label: data.partner.name }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <Contacts data={data} view={view} />
      <Add data={data} view={view} />
    </div>
  </Page>
)

export const contactsScreen = screen({
  address: '/partners/:partnerId/contacts',
  title: say('title'),
  look: lookContacts,
  page: ContactsPage,
})
export const contactsResource = resource({
  address: 'POST /partners/:partnerId/contacts',
  act: registerContact,
  stands: contactsScreen,
  then: ({ partnerId }) => `/partners/${partnerId}/contacts`,
})
export const phoneResource = resource({
  address: 'POST /partners/:partnerId/contacts/:personId/phone',
  act: addPhone,
  stands: contactsScreen,
  then: ({ partnerId }) => `/partners/${partnerId}/contacts`,
})
