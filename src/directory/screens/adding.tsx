import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { addPartner } from '../add-partner.ts'
import { lookAdding } from '../look-own-pages.ts'
import { screenWords } from '../screen-words.ts'
import { OfferFields } from './offer-fields.tsx'

const say = screenWords()
const AddingPage = (_data: object, view: View) => {
  const field = kept(view)
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('add')} crumb={{ href: '/partners', label: say('partners') }}>
        <p>{say('add_lead')}</p>
      </PageHead>
      <Form to="/partners" shell={view.shell} layout="flow">
        <Field {...field('name')} label={say('add_name')} maxlength={120} />
        <Field {...field('shortName')} label={say('add_short')} maxlength={60} />
        <Field {...field('about')} label={say('add_about')} maxlength={300} />
        <Field {...field('populations')} label={say('entry_populations')} maxlength={300} optional />
        <Field {...field('contactName')} label={say('entry_contact')} maxlength={120} />
        <Field {...field('phone')} type="tel" width="mid" label={say('entry_phone')} maxlength={40} />
        <Field {...field('address')} label={say('entry_address')} maxlength={200} />
        <Field {...field('hours')} label={say('entry_hours')} maxlength={200} />
        <OfferFields view={view} />
        <p class="row">
          <Button kind="go">{say('add')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const addingScreen = screen({
  address: '/partners/new',
  title: say('add'),
  look: lookAdding,
  page: AddingPage,
})

export const partnersResource = resource({
  address: 'POST /partners',
  act: addPartner,
  stands: addingScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
