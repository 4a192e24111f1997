import { Button } from './button.tsx'
import { Choices } from './choices.tsx'
import { Form } from './form.tsx'
import type { Shell } from './shell.ts'
import { sharedWords, staffWords as say } from './words.ts'

/** Ends the session: a form, since a link must change nothing. */
export const SignOut = ({ shell }: { shell: Shell }) => (
  <Form to="/sign-out" shell={shell}>
    <Button kind="text">{sharedWords(shell.lang)('sign_out')}</Button>
  </Form>
)

const Switch = ({ shell }: { shell: Shell }) => (
  <Form to="/assignment" shell={shell} layout="flow">
    <Choices
      name="assignment"
      legend={say('acting_as')}
      chosen={shell.assignments.filter((assignment) => assignment.current).map((assignment) => assignment.id)}
      options={shell.assignments.map(({ id, label, detail }) => ({ value: id, label, hint: detail }))}
    />
    <Button>{say('switch')}</Button>
  </Form>
)

/**
 * Who acts, as what, and how to change that or leave. Renders nothing for a visitor who has not signed in.
 */
export function Account({ shell }: { shell: Shell }) {
  if (shell.actor === undefined) return null
  const { name, acting } = shell.actor
  const comma = acting.indexOf(',')
  const role = comma < 0 ? acting : acting.slice(0, comma)
  return (
    <details class="as">
      <summary>
        <span>
          <b class="long">{name}</b>{' '}
          <span>
            {role}
            <span class="long">{acting.slice(role.length)}</span>
          </span>
        </span>
      </summary>
      <div class="flow">
        {shell.assignments.length > 1 && <Switch shell={shell} />}
        <p class="quiet">{say('acting_note')}</p>
        <p class="row">
          <a class="btn text" href="/account">
            {sharedWords(shell.lang)('account')}
          </a>
        </p>
        <SignOut shell={shell} />
      </div>
    </details>
  )
}
