import { Button, ErrorSummary, Field, Form, PlainPage, type Shell } from '#design/contract.ts'
import { guestLimits } from '../guest-link.ts'
import { doorWords } from '../guest-words.ts'

const say = doorWords()

type DoorProps = { shell: Shell; place: string; asked?: boolean; wrong?: boolean }

const Ask = ({ shell, place, asked = false }: DoorProps) => (
  <Form to={`${place}/codes`} shell={shell}>
    <Button kind={asked ? 'text' : 'go'}>{say(asked ? 'again' : 'ask')}</Button>
  </Form>
)

const GiveCode = ({ shell, place }: DoorProps) => (
  <Form to={place} shell={shell} layout="flow">
    <Field
      name="code"
      label={say('code')}
      hint={say('code_hint')}
      inputmode="numeric"
      autocomplete="one-time-code"
      width="short"
      maxlength={12}
    />
    <Button kind="go">{say('go')}</Button>
  </Form>
)

/** Asks for the code that was sent to somebody's phone. The same page whatever the link leads to. */
export const GuestDoorPage = (props: DoorProps) => {
  const { shell, asked = false, wrong = false } = props
  return (
    <PlainPage shell={shell}>
      <ErrorSummary errors={wrong ? [{ says: say('no'), field: 'code' }] : []} />
      <div class="flow read">
        <h1>{say('title')}</h1>
        {asked ? (
          <p role="status">{say('asked', { minutes: guestLimits.codeMinutes })}</p>
        ) : (
          <p class="lead">{say('lead')}</p>
        )}
        {asked && <GiveCode {...props} />}
        <Ask {...props} />
        <p class="hint">{say('stays', { minutes: guestLimits.sessionMinutes })}</p>
      </div>
    </PlainPage>
  )
}

/** What whoever left finds, or whose time ran out: nothing of what was read. */
export const GuestOverPage = ({ shell, left }: { shell: Shell; left: boolean }) => (
  <PlainPage shell={shell}>
    <h1>{say(left ? 'left' : 'over')}</h1>
    <p class="lead">{say(left ? 'left_lead' : 'over_lead')}</p>
  </PlainPage>
)

/** Thanks whoever answered. @param referralId where they go back to, while they are still in */
export const GuestDonePage = ({ shell, referralId }: { shell: Shell; referralId: string | undefined }) => (
  <PlainPage shell={shell}>
    <h1>{say('done')}</h1>
    <p class="lead">{say('done_lead')}</p>
    {referralId !== undefined && (
      <p>
        <a href={`/inbox/${referralId}`}>{say('back')}</a>
      </p>
    )}
  </PlainPage>
)
