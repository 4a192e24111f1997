import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { outcomes, type Outcome } from '../lifecycle.ts'
import type { SupportData } from '../support-page.ts'
import { outcomeWords } from '../words.ts'
import { say } from './screen-words.ts'

const outcomeSays = outcomeWords()
const found = Object.keys(outcomes) as Outcome[]

type Part = { data: SupportData; field: ReturnType<typeof kept> }

const GoesOn = ({ data: { clinicians }, field }: Part) => (
  <>
    <Field {...field('nextReviewOn')} type="date" width="short" label={say('next_review')} />
    <Field
      {...field('clinicianId')}
      type="select"
      optional
      label={say('clinician')}
      options={[
        { value: '', label: say('nobody') },
        ...clinicians.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  </>
)

const Improving = ({ field }: Part) => {
  const { value, ...improving } = field('improving')
  const options = (['yes', 'no'] as const).map((answer) => ({ value: answer, label: say(answer) }))
  return <Choices {...improving} legend={say('improving')} inline options={options} chosen={value ?? []} />
}

/** How it ended. Each way shows what it needs. */
const Found = (part: Part) => {
  const { value: chosen, ...outcome } = part.field('outcome')
  const changed = part.field('whatChanged')
  const stepsUp = <Field {...changed} type="textarea" label={say('changed')} hint={say('changed_hint')} />
  const options = found.map((value) => ({
    value,
    label: outcomeSays(value),
    ...(value === 'continue' && { reveal: <GoesOn {...part} /> }),
    ...(value === 'step_up' && { reveal: stepsUp }),
  }))
  return <Choices {...outcome} legend={say('how')} options={options} chosen={chosen ?? []} />
}

/** The criterion a student enters the lower tier by: each with its tier, because how it ended says which. */
const Entry = ({ data: { entries }, field }: Part) => (
  <Field
    {...field('entryCriterion')}
    type="select"
    optional
    label={say('entry_choose')}
    hint={say('entry_hint')}
    options={[
      { value: '', label: say('choose') },
      ...entries.map(({ tier, code, text }) => ({ value: code, label: `${tier}: ${text}` })),
    ]}
  />
)

/** What a review found. */
export const ReviewForm = ({ data, view }: { data: SupportData; view: View }) => {
  const field = kept(view, { nextReviewOn: data.proposedReview })
  const criteria = data.criteria.map(({ code, text }) => ({ value: code, label: text }))
  return (
    <section class="flow" aria-labelledby="look">
      <h2 id="look">{say('look')}</h2>
      <Form to={`/supports/${data.support.id}/reviews`} shell={view.shell} layout="flow read">
        <Improving data={data} field={field} />
        <Found data={data} field={field} />
        <Field
          {...field('exitCriterion')}
          type="select"
          optional
          label={say('exit_choose')}
          hint={say('exit_hint')}
          options={[{ value: '', label: say('choose') }, ...criteria]}
        />
        {data.entries.length > 0 && <Entry data={data} field={field} />}
        <p>
          <Button kind="go">{say('save')}</Button>
        </p>
      </Form>
    </section>
  )
}
