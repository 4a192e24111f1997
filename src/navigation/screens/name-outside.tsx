import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept } from '#design/contract.ts'
import type { SeenOutside } from '../look-outside.ts'
import { outsideServices, outsideWays } from '../outside.ts'
import { outsideServiceWords, outsideWords, wayWords } from '../outside-words.ts'

const say = outsideWords()
const sayWay = wayWords()
const sayService = outsideServiceWords()

/** Names a provider outside the directory: who it is, who calls, and when somebody calls back. */
export const Name = ({ data, view }: { data: SeenOutside; view: View }) => {
  const field = kept(view)
  const { value, ...way } = field('way')
  return (
    <section class="after flow" aria-labelledby="add">
      <h2 id="add">{say('add')}</h2>
      <Form to={`/referrals/${data.referral.id}/outside`} shell={view.shell} layout="box read flow">
        <Field {...field('name')} label={say('name')} maxlength={120} />
        <Field {...field('phone')} type="tel" width="mid" label={say('phone')} maxlength={40} />
        <Field
          {...field('service')}
          type="select"
          width="mid"
          label={say('service')}
          options={outsideServices.map((each) => ({ value: each, label: sayService(each) }))}
        />
        <Choices
          {...way}
          legend={say('way')}
          hint={say('way_hint')}
          chosen={value ?? 'family_calls'}
          options={outsideWays.map((each) => ({ value: each, label: sayWay(each) }))}
        />
        <Field {...field('callOn')} type="date" width="short" label={say('call_on')} />
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}
