import { Button, Field, type kept } from '#design/contract.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** How every form ends that publishes a version: from which day, by which decision, and the button. */
export const PublishFields = ({ field }: { field: ReturnType<typeof kept> }) => (
  <>
    <Field {...field('inForceOn')} type="date" width="mid" label={say('in_force_on')} />
    <Field {...field('decision')} label={say('head_decision')} hint={say('decision_hint')} maxlength={300} />
    <p>
      <Button kind="go">{say('publish')}</Button>
    </p>
  </>
)
