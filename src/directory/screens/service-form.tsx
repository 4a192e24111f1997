import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept, keptAll } from '#design/contract.ts'
import { tiers } from '#standards/contract.ts'
import { type Partner, serviceKinds } from '../partner.ts'
import { screenWords } from '../screen-words.ts'
import { directoryWords } from '../words.ts'

const say = screenWords()
const said = directoryWords()

/** One more service of an agency. */
export const ServiceForm = ({ partner, view }: { partner: Partner; view: View }) => {
  const field = kept(view)
  const { value: chosen = '', ...kind } = field('kind')
  const { value: _first, ...served } = field('tiers')
  return (
    <Form to={`/partners/${partner.id}/services`} shell={view.shell} layout="flow">
      <h3>{say('service_add')}</h3>
      <Field {...field('serviceName')} label={say('service_name')} maxlength={120} />
      <Choices
        {...kind}
        legend={say('service_kind')}
        options={serviceKinds.map((value) => ({ value, label: said(`service_${value}`) }))}
        chosen={chosen}
        inline
      />
      <Choices
        {...served}
        legend={say('service_tiers')}
        options={tiers.map((tier) => ({ value: String(tier), label: say('service_tier', { tier }) }))}
        chosen={keptAll(view, 'tiers')}
        many
        inline
      />
      <Field
        {...field('ages')}
        label={say('service_ages')}
        hint={say('service_ages_hint')}
        width="mid"
        maxlength={120}
      />
      <p class="row">
        <Button>{say('service_add')}</Button>
      </p>
    </Form>
  )
}
