import type { View } from '#access/screen.ts'
import { Button, Field, Form, inPart, kept, MarkedList } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenImprovement } from '../improvement-store.ts'
import type { SeenReviewPage } from '../look-review.ts'
import { debriefWords, endingWords } from '../screen-words.ts'

const say = debriefWords()
const ended = endingWords()

const lineOf = ({ words, ownerName: name, outcome, dueOn }: SeenImprovement, today: string): string =>
  outcome === null
    ? say('improve_line', { words, name, day: dayWords(dueOn, today) })
    : say('improve_ended', { words, name, outcome: ended(outcome) })

const markOf = ({ outcome, dueOn }: SeenImprovement, today: string) =>
  outcome === null ? (dueOn < today ? 'late' : 'due') : outcome === 'done' ? 'done' : 'end'

/** What is improved and by whom, each with a way to it. */
export const Improvements = ({
  improvements,
  today,
}: {
  improvements: readonly SeenImprovement[]
  today: string
}) => (
  <MarkedList
    items={improvements.map((each) => ({
      s: markOf(each, today),
      text: (
        <>
          {lineOf(each, today)} <a href={`/crisis/improvements/${each.id}`}>{say('improve_open')}</a>
        </>
      ),
    }))}
  />
)

/** Gives somebody something to improve. */
export const AddImprovement = ({ data, view }: { data: SeenReviewPage; view: View }) => {
  const part = 'improvement'
  const field = kept(inPart(view, part))
  return (
    <Form
      to={`/crisis/incidents/${data.review.incidentId}/review/improvements`}
      shell={view.shell}
      hidden={{ part }}
      layout="box read flow"
    >
      <Field {...field('words')} type="textarea" label={say('improve_what')} maxlength={500} />
      <Field
        {...field('ownerId')}
        type="select"
        label={say('improve_who')}
        options={[
          { value: '', label: say('choose') },
          ...data.owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field {...field('dueOn')} type="date" width="short" label={say('improve_due')} />
      <p>
        <Button>{say('improve_save')}</Button>
      </p>
    </Form>
  )
}
