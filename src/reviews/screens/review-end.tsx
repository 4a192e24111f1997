import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, Form, kept, keptAll, KeyList } from '#design/contract.ts'
import type { SeenReview } from '../look-review.ts'
import { reviewWords } from '../screen-words.ts'

const say = reviewWords()
type Props = { data: SeenReview; view: View }

/** Ends the meeting, with who took part. */
export const End = ({ data, view }: Props) => {
  const { value: _, ...field } = kept(view)('personIds')
  return (
    <section class="after flow" aria-labelledby="end">
      <h2 id="end">{say('end_title')}</h2>
      <Form to={`/reviews/${data.review.id}/end`} shell={view.shell} layout="box read flow">
        <p>{say('end_note')}</p>
        <Choices
          {...field}
          many
          inline="columns"
          legend={say('who_present')}
          chosen={keptAll(view, 'personIds')}
          options={data.choice.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button kind="go">{say('end_save')}</Button>
      </Form>
    </section>
  )
}

/** How it ended. */
export const Ended = ({ data }: { data: SeenReview }) => (
  <KeyList
    items={[
      {
        key: say('ended'),
        value: data.review.closedAt === null ? '' : momentWords(data.review.closedAt, data),
      },
      { key: say('present'), value: data.people.map(({ name }) => name).join(', ') },
      {
        key: say('left'),
        value: String(data.lines.filter(({ outcome }) => outcome !== 'reviewed').length),
      },
    ]}
  />
)
