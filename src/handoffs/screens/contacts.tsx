import { screen, type View } from '#access/screen.ts'
import { asked, languageOptions, momentWords } from '#consent/contract.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Events,
  Field,
  Form,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { contactModes } from '../contact-store.ts'
import { contactsPage, type ContactsData } from '../contacts-page.ts'
import { sideWords } from '../side-words.ts'
import { optionsOf, say } from './part.tsx'

const side = sideWords()

const at = (data: ContactsData, moment: Date) => momentWords(moment, data)

type Fields = { field: ReturnType<typeof kept> }

const Whom = ({ data, field }: Fields & { data: ContactsData }) => {
  const languages = languageOptions(data.caregivers.map(({ language }) => language))
  const people = data.caregivers.map(({ id, name, phone }) => ({
    value: id,
    label: <bdi>{name}</bdi>,
    hint: <bdi class="nb">{phone ?? ''}</bdi>,
  }))
  return (
    <>
      <Choices {...asked(field('caregiverId'))} legend={say('who_legend')} options={people} />
      <Choices
        {...asked(field('mode'))}
        inline
        legend={say('mode_legend')}
        options={optionsOf(contactModes, 'mode')}
      />
      <div class="pairs auto">
        <Field {...field('language')} type="select" label={say('language')} options={languages} />
        <Field {...field('interpreter')} label={say('interpreter')} optional />
      </div>
    </>
  )
}

const At = ({ field, names, label }: Fields & { names: readonly [string, string]; label: string }) => (
  <div class="pairs tight auto">
    <Field {...field(names[0])} type="date" width="short" label={label} optional />
    <Field {...field(names[1])} type="time" width="short" label={say('time')} optional />
  </div>
)

const Try = ({ data, view }: { data: ContactsData; view: View }) => {
  const first = data.caregivers[0]
  const field = kept(view, { mode: 'phone', caregiverId: first?.id, language: first?.language })
  const results = data.results.map(({ code, label }) => ({ value: code, label }))
  return (
    <Form to={`/referrals/${data.referralId}/contacts`} shell={view.shell} layout="box read flow">
      <h2>{side('contact_form')}</h2>
      <Whom data={data} field={field} />
      <p class="hint">{side('contact_when')}</p>
      <At field={field} names={['on', 'at']} label={say('day')} />
      <Choices {...asked(field('result'))} legend={side('contact_result')} options={results} />
      <p class="hint">{side('contact_next_hint')}</p>
      <At field={field} names={['nextOn', 'nextAt']} label={side('contact_next')} />
      <Button kind="go">{side('contact_save')}</Button>
    </Form>
  )
}

type Contact = ContactsData['contacts'][number]

const detailOf = (data: ContactsData, contact: Contact): string =>
  [
    `${contact.caregiverName ?? ''}, ${languageName(contact.language)}. ${contact.enteredByName}.`,
    contact.nextAttemptAt === null
      ? null
      : side('contact_next_said', { at: at(data, contact.nextAttemptAt) }),
    contact.enteredAt.getTime() - contact.happenedAt.getTime() > 60_000
      ? side('contact_entered', { at: at(data, contact.enteredAt) })
      : null,
  ]
    .filter((part) => part !== null)
    .join(' ')

const History = ({ data }: { data: ContactsData }) => {
  if (data.contacts.length === 0) return <Empty fact={side('contact_none')} />
  return (
    <Events
      events={data.contacts.map((contact) => ({
        s: 'done' as const,
        time: at(data, contact.happenedAt),
        at: contact.happenedAt,
        what: side('contact_line', {
          mode: say(`mode.${contact.mode}`),
          result: (
            data.results.find(({ code }) => code === contact.result)?.label ?? contact.result
          ).toLowerCase(),
        }),
        detail: detailOf(data, contact),
      }))}
    />
  )
}

const ContactsPage = (data: ContactsData, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={side('contacts_title')}
      crumb={{ href: `/referrals/${data.referralId}/handoff`, label: side('back_to_handoff') }}
    >
      <p>
        <bdi>{data.student.name}</bdi>. {say('contact_log_count', { count: data.contacts.length })}.
      </p>
    </PageHead>
    <ErrorSummary errors={view.problem?.because ?? []} />
    {data.mayWork && <Try data={data} view={view} />}
    <div class="after">
      <History data={data} />
    </div>
  </Page>
)

export const contactsScreen = screen({
  address: '/referrals/:referralId/contacts',
  title: side('contacts_title'),
  look: contactsPage,
  page: ContactsPage,
})
