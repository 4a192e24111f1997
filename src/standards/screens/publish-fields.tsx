import { Button, Field, type kept } from '#design/contract.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

type Fields = {
  field: ReturnType<typeof kept>
  /** Whether agencies sign it first: then it begins when the last of them has. */
  signed?: boolean
}

/** From when a version applies, which decision it rests on, and the press that publishes or proposes it. */
export const PublishFields = ({ field, signed = false }: Fields) => (
  <>
    {signed ? (
      <input type="hidden" name="inForceOn" value={field('inForceOn').value ?? ''} />
    ) : (
      <Field {...field('inForceOn')} type="date" width="mid" label={say('in_force_on')} />
    )}
    <Field {...field('decision')} label={say('head_decision')} hint={say('decision_hint')} maxlength={300} />
    {signed && <p class="hint">{say('propose_hint')}</p>}
    <p>
      <Button kind="go">{say(signed ? 'propose' : 'publish')}</Button>
    </p>
  </>
)
