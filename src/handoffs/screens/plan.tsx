import { Button, Choices, Field, Form, inPart, kept, keptAll } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { deliveries, planLanguages } from '../handoff.ts'
import { at, goIf, Next, type PartProps, say } from './part.tsx'

const PlanForm = ({ data, view }: PartProps) => {
  const own = inPart(view, 'plan')
  const { handoff, referral } = data
  const spoken = planLanguages.find((language) => language === handoff.conversationLanguage) ?? 'en'
  const field = kept(own, { planLanguage: handoff.planLanguage ?? spoken })
  return (
    <Form
      to={`/referrals/${referral.id}/handoff/plan`}
      shell={view.shell}
      hidden={{ part: 'plan' }}
      layout="flow"
    >
      <Field
        {...field('planLanguage')}
        type="select"
        width="mid"
        label={say('plan_language')}
        options={planLanguages.map((value) => ({ value, label: languageName(value) }))}
      />
      <Choices
        name="delivery"
        many
        legend={say('delivery_legend')}
        options={deliveries.map((value) => ({ value, label: say(`delivery.${value}`) }))}
        chosen={keptAll(own, 'delivery', handoff.planDelivery ?? [])}
      />
      <Button {...goIf(data, 'plan')}>{say('plan_save')}</Button>
    </Form>
  )
}

/** Once it is given, giving it again is folded away. */
const Giving = ({ data, view }: PartProps) =>
  data.handoff.planGivenAt === null ? (
    <PlanForm data={data} view={view} />
  ) : (
    <details class="more" {...(view.typed['part'] === 'plan' && { open: true })}>
      <summary>{say('plan_again')}</summary>
      <PlanForm data={data} view={view} />
    </details>
  )

/** Part 7: the plan in the family's hands, in its language. */
export function Plan({ data, view }: PartProps) {
  const { handoff, referral, visits } = data
  if (visits.first === null) return <p>{say('plan_no_visit')}</p>
  return (
    <>
      {handoff.planGivenAt !== null && (
        <p>
          {say('plan_done', {
            at: at(data, handoff.planGivenAt),
            language: languageName(handoff.planLanguage ?? 'en'),
          })}
        </p>
      )}
      <p>
        {say('plan_fills')}{' '}
        {planLanguages.map((language) => (
          <>
            <a href={`/referrals/${referral.id}/family-plan?lang=${language}`}>
              {say('plan_see', { language: languageName(language) })}
            </a>{' '}
          </>
        ))}
      </p>
      {data.mayWork && (
        <Next data={data} doing="plan">
          <Giving data={data} view={view} />
        </Next>
      )}
    </>
  )
}
