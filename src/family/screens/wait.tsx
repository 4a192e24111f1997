import type { View } from '#access/screen.ts'
import { Button, Choices, Form } from '#design/contract.ts'
import { waits } from '../ask-to-wait.ts'
import type { SeenPlan } from '../look-plan.ts'
import { planPageWords } from '../plan-words.ts'
import { dayText } from './family-days.ts'

type Props = { plan: SeenPlan['plans'][number]; view: View }

const Waiting = ({ plan, view, until }: Props & { until: string }) => {
  const { language, shell } = view
  const say = planPageWords(language)
  return (
    <section class="flow">
      <h2>{say('waiting')}</h2>
      <p>{say('waiting_until', { day: dayText(until, language) })}</p>
      <Form
        to={`/family/waits/end?lang=${language}`}
        shell={shell}
        hidden={{ referralId: plan.referralId, language }}
        layout="screen"
      >
        <Button>{say('go_on')}</Button>
      </Form>
    </section>
  )
}

/** A family asks to wait, without a reason, or goes on sooner than it asked. */
export const Wait = ({ plan, view }: Props) => {
  const { language, shell } = view
  const say = planPageWords(language)
  if (plan.waitsUntil !== undefined) return <Waiting plan={plan} view={view} until={plan.waitsUntil} />
  return (
    <details class="more screen">
      <summary>{say('wait')}</summary>
      <Form
        to={`/family/waits?lang=${language}`}
        shell={shell}
        hidden={{ referralId: plan.referralId, language }}
        layout="flow"
      >
        <Choices
          name="days"
          legend={say('wait_long')}
          hint={say('wait_means')}
          chosen="7"
          options={waits.map((days) => ({ value: days, label: say(`wait_${days}`) }))}
        />
        <Button kind="go">{say('wait_send')}</Button>
      </Form>
    </details>
  )
}
