import type { View } from '#access/screen.ts'
import { Button, Choices, Form, kept } from '#design/contract.ts'
import type { SeenPlan } from '../look-plan.ts'
import { clarities, frustrations } from '../rating.ts'
import { ratingWords } from '../rating-words.ts'

type Props = { plan: SeenPlan['plans'][number]; view: View }

const Question = ({ name, view }: { name: 'clarity' | 'frustration'; view: View }) => {
  const say = ratingWords(view.language)
  const { value, ...field } = kept(view)(name)
  const answers = name === 'clarity' ? clarities : frustrations
  return (
    <Choices
      {...field}
      inline
      legend={say(name)}
      chosen={value ?? ''}
      options={answers.map((each) => ({ value: each, label: say(each) }))}
    />
  )
}

/** After the handoff: how clear it was, and how hard. One press each. */
export const HowItWas = ({ plan, view }: Props) => {
  const say = ratingWords(view.language)
  if (plan.rating === 'not_yet') return null
  if (plan.rating === 'rated') return <p class="screen">{say('thanks')}</p>
  return (
    <details class="more screen">
      <summary>{say('title')}</summary>
      <Form
        to={`/family/ratings?lang=${view.language}`}
        shell={view.shell}
        hidden={{ referralId: plan.referralId, language: view.language }}
        layout="flow"
      >
        <p>{say('lead')}</p>
        <Question name="clarity" view={view} />
        <Question name="frustration" view={view} />
        <Button>{say('save')}</Button>
      </Form>
    </details>
  )
}
