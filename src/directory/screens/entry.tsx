import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { describePartner } from '../describe-partner.ts'
import { lookEntry } from '../look-own-pages.ts'
import type { Partner } from '../partner.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

const EntryForm = ({ partner, view }: { partner: Partner; view: View }) => {
  const { about, contactName, phone, crisisPhone, address, hours, populations } = partner
  const field = kept(view, { about, contactName, phone, crisisPhone, address, hours, populations })
  const crisis = { label: say('entry_crisis'), hint: say('entry_crisis_hint') }
  const served = { label: say('entry_populations'), hint: say('entry_populations_hint') }
  return (
    <Form
      to={`/partners/${partner.id}/entry`}
      shell={view.shell}
      layout="flow"
      hidden={{ version: partner.version }}
    >
      <Field {...field('about')} label={say('add_about')} maxlength={300} />
      <Field {...field('populations')} {...served} maxlength={300} optional />
      <Field {...field('contactName')} label={say('entry_contact')} maxlength={120} />
      <Field {...field('phone')} type="tel" width="mid" label={say('entry_phone')} maxlength={40} />
      <Field {...field('crisisPhone')} {...crisis} type="tel" width="mid" maxlength={40} optional />
      <Field {...field('address')} label={say('entry_address')} maxlength={200} />
      <Field {...field('hours')} label={say('entry_hours')} maxlength={200} />
      <p class="row">
        <Button kind="go">{say('entry_save')}</Button>
      </p>
    </Form>
  )
}

const EntryPage = (partner: Partner, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('entry', { name: partner.shortName })}
      crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
    >
      <p>{say('entry_lead')}</p>
    </PageHead>
    <EntryForm partner={partner} view={view} />
  </Page>
)

export const entryScreen = screen({
  address: '/partners/:partnerId/entry',
  title: 'Entry of an agency',
  look: lookEntry,
  page: EntryPage,
})

export const entryResource = resource({
  address: 'POST /partners/:partnerId/entry',
  act: describePartner,
  stands: entryScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
