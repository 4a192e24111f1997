import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookTiers } from '../look-tiers.ts'
import { publishTiers } from '../publish-tiers.ts'
import { screenWords } from '../screen-words.ts'
import { heldTiers } from '../tiers-given.ts'
import type { Tier } from '../tiers.ts'
import { PublishFields } from './publish-fields.tsx'

const say = screenWords()

type Data = Awaited<ReturnType<typeof lookTiers.see>>
type Fields = ReturnType<typeof kept>

const OneTier = ({ tier, field }: { tier: Tier; field: Fields }) => (
  <fieldset class="part flow">
    <legend>{say('tier', { tier })}</legend>
    <Field {...field(`name${tier}`)} label={say('tier_name')} maxlength={80} />
    <Field {...field(`description${tier}`)} type="textarea" label={say('tier_description')} />
    <Field
      {...field(`services${tier}`)}
      type="textarea"
      label={say('tier_services')}
      hint={say('one_a_line')}
    />
    <Field {...field(`entry${tier}`)} type="textarea" label={say('tier_entry')} hint={say('criteria_hint')} />
    <Field {...field(`exit${tier}`)} type="textarea" label={say('tier_exit')} hint={say('criteria_hint')} />
  </fieldset>
)

const TiersFormPage = ({ body, today, version }: Data, view: View) => {
  const field = kept(view, { ...heldTiers(body), inForceOn: today })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_tiers')}
        crumb={{ href: '/standards/tiers', label: say('tiers_now', { version }) }}
      >
        <p>{say('new_tiers_lead')}</p>
      </PageHead>
      <Form to="/standards/tiers" shell={view.shell} layout="flow" hidden={{ version }}>
        {body.tiers.map(({ tier }) => (
          <OneTier tier={tier} field={field} />
        ))}
        <PublishFields field={field} />
      </Form>
    </Page>
  )
}

export const tiersFormScreen = screen({
  address: '/standards/tiers/new',
  title: say('new_tiers'),
  look: lookTiers,
  page: TiersFormPage,
})

export const tiersResource = resource({
  address: 'POST /standards/tiers',
  act: publishTiers,
  stands: tiersFormScreen,
  then: () => '/standards/tiers',
})
