import type { View } from '#access/screen.ts'
import { Button, Choices, Form } from '#design/contract.ts'
import type { SeenPlan } from '../look-plan.ts'
import { planPageWords } from '../plan-words.ts'

/** A family ends it by itself, in two steps, so that nobody does by a slip. */
export const NoMore = ({ plan, view }: { plan: SeenPlan['plans'][number]; view: View }) => {
  const { language, shell } = view
  const say = planPageWords(language)
  return (
    <details class="more screen">
      <summary>{say('no_more')}</summary>
      <Form
        to={`/family/withdrawals?lang=${language}`}
        shell={shell}
        hidden={{ referralId: plan.referralId, language }}
        layout="flow"
      >
        <p>{say('no_more_means')}</p>
        <Choices
          name="sure"
          many
          chosen={[]}
          legend={<span class="vh">{say('no_more')}</span>}
          options={[{ value: 'yes', label: say('no_more_sure') }]}
        />
        <Button kind="danger">{say('no_more_now')}</Button>
      </Form>
    </details>
  )
}
