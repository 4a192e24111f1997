import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookNames } from '../look-own-pages.ts'
import type { Partner } from '../partner.ts'
import { renamePartner } from '../rename-partner.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

const NamesPage = ({ id, version, name, shortName }: Partner, view: View) => {
  const field = kept(view, { name, shortName })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('names', { name: shortName })} crumb={{ href: `/partners/${id}`, label: name }}>
        <p>{say('names_lead')}</p>
      </PageHead>
      <Form to={`/partners/${id}/names`} shell={view.shell} layout="flow" hidden={{ version }}>
        <Field {...field('name')} label={say('add_name')} maxlength={120} />
        <Field {...field('shortName')} label={say('add_short')} maxlength={60} />
        <p class="row">
          <Button kind="go">{say('names_save')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const namesScreen = screen({
  address: '/partners/:partnerId/names',
  title: 'Name of an agency',
  look: lookNames,
  page: NamesPage,
})

export const namesResource = resource({
  address: 'POST /partners/:partnerId/names',
  act: renamePartner,
  stands: namesScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
