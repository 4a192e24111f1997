import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookSignals } from '../look-signals.ts'
import { publishSignals } from '../publish-signals.ts'
import { screenWords } from '../screen-words.ts'
import { heldSignals } from '../signals-given.ts'
import { mostSignals } from '../signals.ts'
import { PublishFields } from './publish-fields.tsx'

const say = screenWords()

type Data = Awaited<ReturnType<typeof lookSignals.see>>

const Clearance = ({ field }: { field: ReturnType<typeof kept> }) => (
  <fieldset class="part flow">
    <legend>{say('clearance')}</legend>
    <p class="hint">{say('clearance_hint')}</p>
    <Field {...field('clearedBy')} label={say('cleared_by')} maxlength={120} />
    <Field {...field('clearedOn')} type="date" width="mid" label={say('cleared_on')} />
    <Field
      {...field('reference')}
      label={say('clearance_reference')}
      hint={say('clearance_reference_hint')}
      maxlength={200}
    />
  </fieldset>
)

const SignalsFormPage = ({ body, today, version }: Data, view: View) => {
  const field = kept(view, { ...heldSignals(body), inForceOn: today })
  const hint = say('signals_hint', { most: mostSignals })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('new_signals')}
        crumb={{ href: '/standards/signals', label: say('signals_now', { version }) }}
      >
        <p>{say('new_signals_lead')}</p>
      </PageHead>
      <Form to="/standards/signals" shell={view.shell} layout="flow" hidden={{ version }}>
        <Field {...field('safety')} type="textarea" label={say('signals_safety')} hint={hint} />
        <Field {...field('participation')} type="textarea" label={say('signals_participation')} hint={hint} />
        <Clearance field={field} />
        <PublishFields field={field} />
      </Form>
    </Page>
  )
}

export const signalsFormScreen = screen({
  address: '/standards/signals/new',
  title: say('new_signals'),
  look: lookSignals,
  page: SignalsFormPage,
})

export const signalsResource = resource({
  address: 'POST /standards/signals',
  act: publishSignals,
  stands: signalsFormScreen,
  then: () => '/standards/signals',
})
