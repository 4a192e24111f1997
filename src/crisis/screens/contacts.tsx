import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Act,
  Banner,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  inPart,
  kept,
  Page,
  PageHead,
  Phone,
  Table,
} from '#design/contract.ts'
import { addContact } from '../add-contact.ts'
import { checkContact } from '../check-contact.ts'
import { checkLead } from '../check-lead.ts'
import { contactKinds } from '../contact.ts'
import { endContact } from '../end-contact.ts'
import { lookContacts, type SeenContacts } from '../look-papers.ts'
import { Checked } from './checked.tsx'
import { LeadsKept } from './leads.tsx'
import { kindWords, paperWords, treeWords } from './paper-words.ts'

const say = paperWords()
const tree = treeWords()
const kind = kindWords()

type Props = { data: SeenContacts; view: View }
type Row = SeenContacts['contacts'][number]

const List = ({ data }: { data: SeenContacts }) => (
  <Table
    caption={<span class="vh">{say('contacts')}</span>}
    rows={data.contacts}
    columns={[
      { head: say('who'), cell: (row) => `${row.name} (${kind(row.kind)})` },
      { head: say('number'), cell: (row) => <Phone number={row.number} /> },
      { head: say('hours'), cell: (row) => row.hours ?? say('any_hour') },
      { head: say('where'), cell: (row) => row.schoolName ?? say('every_school') },
      { head: say('checked'), cell: (row) => <Checked row={row} data={data} /> },
    ]}
  />
)

const CheckOne = ({ row, view }: { row: Row; view: View }) => {
  const part = `check-${row.id}`
  const field = kept(inPart(view, part), { number: row.number, hours: row.hours })
  return (
    <details class="more" {...(view.typed['part'] === part && { open: true })}>
      <summary>{say('check', { name: row.name })}</summary>
      <Form to={`/crisis/contacts/${row.id}/check`} shell={view.shell} hidden={{ part }} layout="flow">
        <Field {...field('number')} type="tel" width="mid" label={say('number')} />
        <Field {...field('hours')} optional label={say('hours')} hint={say('check_hint')} maxlength={80} />
        <p>
          <Button kind="go">{say('check_do')}</Button>
        </p>
      </Form>
      {row.kind !== 'emergency' && row.kind !== 'crisis_line' && (
        <Act id={`end-${row.id}`} kind="text" to={`/crisis/contacts/${row.id}/end`} shell={view.shell}>
          {say('end')}
        </Act>
      )}
    </details>
  )
}

const WhoAnswers = ({ data, view }: Props) => {
  const field = kept(inPart(view, 'add'))
  const { value, ...given } = field('kind')
  const { value: school, ...ofSchool } = field('schoolId')
  return (
    <>
      <Choices
        {...given}
        legend={say('kind')}
        options={contactKinds.map((each) => ({ value: each, label: kind(each) }))}
        chosen={value ?? []}
      />
      <Field {...field('name')} label={say('name')} maxlength={40} />
      <Field {...field('number')} type="tel" width="mid" label={say('number')} />
      <Field {...field('hours')} optional label={say('hours')} hint={say('check_hint')} maxlength={80} />
      <Field {...field('note')} label={say('note')} maxlength={80} />
      <Field {...field('noteEs')} label={say('note_es')} maxlength={80} lang="es" />
      <Choices
        {...ofSchool}
        legend={say('at_school')}
        options={[
          ...(data.ofDistrict ? [{ value: '', label: say('every_school') }] : []),
          ...data.schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        chosen={school ?? (data.ofDistrict ? '' : [])}
      />
    </>
  )
}

const Add = (props: Props) => (
  <details class="more" {...(props.view.typed['part'] === 'add' && { open: true })}>
    <summary>{say('add')}</summary>
    <Form to="/crisis/contacts" shell={props.view.shell} hidden={{ part: 'add' }} layout="flow">
      <WhoAnswers {...props} />
      <p>
        <Button kind="go">{say('add_do')}</Button>
      </p>
    </Form>
  </details>
)

/** Whose number nobody made sure of within the limit, by name: of those whom the reader keeps. */
const Owed = ({ data }: { data: SeenContacts }) => {
  const owed = [...data.contacts, ...data.leads].filter(({ isOwed, mayKeep }) => isOwed && mayKeep)
  return owed.length === 0 ? null : (
    <Banner kind="slow">
      {say('owed', { count: owed.length, names: owed.map(({ name }) => name).join(', ') })}
    </Banner>
  )
}

const ContactsPage = (data: SeenContacts, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('contacts')} crumb={{ href: '/crisis', label: say('papers') }}>
      <p>{say('contacts_lead')}</p>
    </PageHead>
    <div class="flow">
      {data.missing.length > 0 && (
        <Banner kind="slow">
          {say('missing', { responses: data.missing.map((response) => tree(response)).join(', ') })}
        </Banner>
      )}
      <Owed data={data} />
      <List data={data} />
      {data.contacts
        .filter(({ mayKeep }) => mayKeep)
        .map((row) => (
          <CheckOne row={row} view={view} />
        ))}
      <Add data={data} view={view} />
    </div>
    <LeadsKept data={data} view={view} />
  </Page>
)

export const contactsScreen = screen({
  address: '/crisis/contacts',
  title: say('contacts'),
  look: lookContacts,
  page: ContactsPage,
  nav: { section: 'crisis', label: say('contacts'), order: 24 },
})

const then = () => '/crisis/contacts'
export const contactResources = [
  resource({ address: 'POST /crisis/contacts', act: addContact, stands: contactsScreen, then }),
  resource({
    address: 'POST /crisis/contacts/:contactId/check',
    act: checkContact,
    stands: contactsScreen,
    then,
  }),
  resource({
    address: 'POST /crisis/leads/:personId/check',
    act: checkLead,
    stands: contactsScreen,
    then,
  }),
  resource({
    address: 'POST /crisis/contacts/:contactId/end',
    act: endContact,
    stands: contactsScreen,
    then,
  }),
]
