import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { outcomes, type Outcome } from '../lifecycle.ts'
import { outcomeWords } from '../words.ts'
import { say } from './screen-words.ts'
import type { SupportData } from './support.tsx'

const outcomeSays = outcomeWords()
const found = Object.keys(outcomes) as Outcome[]

/** What a review found. Each way it can end shows what it needs. */
export const ReviewForm = ({ data, view }: { data: SupportData; view: View }) => {
  const { support, criteria, clinicians, proposedReview } = data
  const field = kept(view, { nextReviewOn: proposedReview })
  const { value: outcome, ...how } = field('outcome')
  const { value: improving, ...better } = field('improving')
  const goesOn = (
    <>
      <Field {...field('nextReviewOn')} type="date" width="short" label={say('next_review')} />
      <Field
        {...field('clinicianId')}
        type="select"
        optional
        label={say('clinician')}
        options={[{ value: '', label: say('nobody') }, ...clinicians.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </>
  )
  const stepsUp = <Field {...field('whatChanged')} type="textarea" label={say('changed')} hint={say('changed_hint')} />
  const options = found.map((value) => ({
    value,
    label: outcomeSays(value),
    ...(value === 'continue' && { reveal: goesOn }),
    ...(value === 'step_up' && { reveal: stepsUp }),
  }))
  return (
    <section class="flow" aria-labelledby="look">
      <h2 id="look">{say('look')}</h2>
      <Form to={`/supports/${support.id}/reviews`} shell={view.shell} layout="flow read">
        <Choices
          {...better}
          legend={say('improving')}
          inline
          options={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
          chosen={improving ?? []}
        />
        <Choices {...how} legend={say('how')} options={options} chosen={outcome ?? []} />
        <Field
          {...field('exitCriterion')}
          type="select"
          optional
          label={say('exit_choose')}
          hint={say('exit_hint')}
          options={[{ value: '', label: say('choose') }, ...criteria.map(({ code, text }) => ({ value: code, label: text }))]}
        />
        <p>
          <Button kind="go">{say('save')}</Button>
        </p>
      </Form>
    </section>
  )
}
