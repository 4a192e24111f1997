import type { View } from '#access/screen.ts'
import { followings, steps } from '#crisis/contract.ts'
import { Button, Choices, Field, Form, inPart, kept, Table } from '#design/contract.ts'
import type { SeenReviewPage } from '../look-review.ts'
import { debriefWords, followingWords, stepNames } from '../screen-words.ts'

const say = debriefWords()
const step = stepNames()
const following = followingWords()
type Props = { data: SeenReviewPage; view: View }

/** Each step, first as the record says it went. */
const Marks = ({ data, view }: Props) => {
  const field = kept(view, Object.fromEntries(steps.map((each) => [`marks.${each}`, data.recorded[each]])))
  return (
    <div class="flow">
      <p class="hint">{say('steps_hint')}</p>
      {steps.map((each) => {
        const { value, ...given } = field(`marks.${each}`)
        return (
          <Choices
            {...given}
            inline
            legend={step(each)}
            chosen={value ?? ''}
            options={followings.map((one) => ({ value: one, label: following(one) }))}
          />
        )
      })}
    </div>
  )
}

const Nothing = ({ view }: { view: View }) => {
  const { value, ...given } = kept(view)('nothing')
  return (
    <Choices
      {...given}
      many
      legend={say('improve')}
      chosen={value === undefined ? [] : [value]}
      options={[{ value: 'yes', label: say('nothing') }]}
    />
  )
}

/** What a review asks for, and the one press that finishes it. */
export const ReviewForm = ({ data, view: whole }: Props) => {
  const part = 'review'
  const view = inPart(whole, part)
  return (
    <Form
      to={`/crisis/incidents/${data.review.incidentId}/review`}
      shell={view.shell}
      hidden={{ part }}
      layout="box flow"
    >
      <Marks data={data} view={view} />
      {(['outcome', 'learned'] as const).map((name) => (
        <Field
          {...kept(view)(name)}
          type="textarea"
          label={say(name)}
          hint={say(`${name}_hint`)}
          maxlength={2000}
        />
      ))}
      {data.improvements.length === 0 && <Nothing view={view} />}
      <p>
        <Button kind="go">{say('save')}</Button>
      </p>
    </Form>
  )
}

/** A review that was written, as it stays. */
export const WrittenReview = ({ data: { review } }: { data: SeenReviewPage }) => {
  const { marks, outcome, learned } = review
  if (marks === null) return null
  return (
    <div class="flow">
      <Table
        caption={<span class="vh">{say('steps')}</span>}
        rows={steps}
        columns={[
          { head: say('step'), cell: (each) => step(each) },
          { head: say('went'), cell: (each) => following(marks[each]) },
        ]}
      />
      <h3>{say('outcome')}</h3>
      <p>{outcome}</p>
      <h3>{say('learned')}</h3>
      <p>{learned}</p>
    </div>
  )
}
