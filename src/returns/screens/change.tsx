import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, Field, Form, inPart, kept, MarkedList } from '#design/contract.ts'
import { changes } from '../change-plan.ts'
import type { SeenPlanPage } from '../look-plan.ts'
import { returnWords } from '../screen-words.ts'

const say = returnWords()

/** What was agreed on is changed as a new version, with the reason. */
export const Change = ({ data, view: whole }: { data: SeenPlanPage; view: View }) => {
  const part = 'change'
  const view = inPart(whole, part)
  const { value, ...field } = kept(view)('how')
  return (
    <details class="more" {...(whole.typed['part'] === part && { open: true })}>
      <summary>{say('changed')}</summary>
      <Form
        to={`/returns/${data.plan.incidentId}/versions`}
        shell={view.shell}
        hidden={{ part }}
        layout="box read flow"
      >
        <p class="hint">{say('changed_hint')}</p>
        <Choices
          {...field}
          legend={say('changed_how')}
          chosen={value ?? 'change'}
          options={changes.map((how) => ({ value: how, label: say(`changed_${how}`) }))}
        />
        <Field {...kept(view)('because')} id="change-because" label={say('changed_why')} maxlength={500} />
        <p>
          <Button>{say('changed_save')}</Button>
        </p>
      </Form>
    </details>
  )
}

/** The versions before, with who replaced each, when and why. */
export const Versions = ({ data }: { data: SeenPlanPage }) =>
  data.replaced.length === 0 ? null : (
    <section class="flow" aria-labelledby="versions">
      <h3 id="versions">{say('versions')}</h3>
      <MarkedList
        items={data.replaced.map(({ endedAt, endedByName: name, because }) => ({
          s: 'done' as const,
          text: say('version_of', { at: momentWords(endedAt, data), name, because }),
        }))}
      />
    </section>
  )
