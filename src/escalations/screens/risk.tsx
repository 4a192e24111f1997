import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Form } from '#design/contract.ts'
import type { SeenOne } from '../look-escalation.ts'
import { escalationWords } from '../screen-words.ts'

const say = escalationWords()

/** The crises that were started from here, and the way to those this reader follows. */
export const Risen = ({ data }: { data: SeenOne }) => (
  <>
    {data.risen.map(({ incidentId, saidAt, saidByName, closedAt, opens }) => {
      const over = closedAt === null ? undefined : { at: momentWords(closedAt, data) }
      return (
        <div>
          {say('risen_line', { name: saidByName, at: momentWords(saidAt, data) })}.{' '}
          {opens ? (
            <a href={`/crisis/incidents/${incidentId}`}>
              {over === undefined ? say('risen_open') : say('risen_closed', over)}
            </a>
          ) : over === undefined ? (
            say('risen_runs')
          ) : (
            say('risen_over', over)
          )}
        </div>
      )
    })}
  </>
)

/** Whoever reads it says that risk has risen, with one press. */
export const Risk = ({ data, view }: { data: SeenOne; view: View }) => (
  <section class="after flow" aria-labelledby="risk">
    <h2 id="risk">{say('risk_title')}</h2>
    <p>{say('risk')}</p>
    <Form to={`/escalations/${data.escalation.id}/risk`} shell={view.shell} layout="flow">
      <p>
        <Button>{say('risk_save')}</Button>
      </p>
    </Form>
  </section>
)
