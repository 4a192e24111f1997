import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
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
import { languageName, offeredLanguages } from '#people/contract.ts'
import { contactModes } from '../contact-store.ts'
import { contactsPage, type ContactsData } from '../contacts-page.ts'
import { sideWords } from '../side-words.ts'
import { say } from './part.tsx'

const side = sideWords()

const at = (data: ContactsData, moment: Date) => momentWords(moment, data)

const Try = ({ data, view }: { data: ContactsData; view: View }) => {
  const first = data.caregivers[0]
  const field = kept(view, { mode: 'phone', caregiverId: first?.id, language: first?.language })
  const chosen = (name: string) => ({ ...field(name), chosen: field(name).value ?? '' })
  const languages = [
    ...new Set([...data.caregivers.map(({ language }) => language), 'en', 'es', ...offeredLanguages]),
  ]
  return (
    <Form to={`/referrals/${data.referralId}/contacts`} shell={view.shell} layout="box read flow">
      <h2>{side('contact_form')}</h2>
      <Choices
        {...chosen('caregiverId')}
        legend={say('who_legend')}
        options={data.caregivers.map(({ id, name, phone }) => ({
          value: id,
          label: <bdi>{name}</bdi>,
          hint: <bdi>{phone ?? ''}</bdi>,
        }))}
      />
      <Choices
        {...chosen('mode')}
        inline
        legend={say('mode_legend')}
        options={contactModes.map((mode) => ({ value: mode, label: say(`mode.${mode}`) }))}
      />
      <div class="pairs auto">
        <Field
          {...field('language')}
          type="select"
          label={say('language')}
          options={languages
            .filter((tag) => tag !== 'unknown')
            .map((value) => ({ value, label: languageName(value) }))}
        />
        <Field {...field('interpreter')} label={say('interpreter')} optional />
      </div>
      <p class="hint">{side('contact_when')}</p>
      <div class="pairs auto">
        <Field {...field('on')} type="date" width="short" label={say('day')} optional />
        <Field {...field('at')} type="time" width="short" label={say('time')} optional />
      </div>
      <Choices
        {...chosen('result')}
        legend={side('contact_result')}
        options={data.results.map(({ code, label }) => ({ value: code, label }))}
      />
      <p class="hint">{side('contact_next_hint')}</p>
      <div class="pairs auto">
        <Field {...field('nextOn')} type="date" width="short" label={side('contact_next')} optional />
        <Field {...field('nextAt')} type="time" width="short" label={say('time')} optional />
      </div>
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
    <History data={data} />
  </Page>
)

export const contactsScreen = screen({
  address: '/referrals/:referralId/contacts',
  title: side('contacts_title'),
  look: contactsPage,
  page: ContactsPage,
})
