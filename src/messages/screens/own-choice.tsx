import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ButtonLink, ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookOwnChoice, type SeenOwnChoice } from '../look-choices.ts'
import { setOwnChoice } from '../set-own-choice.ts'
import { breakable, HourFields, PauseField, Tick } from './choice-fields.tsx'
import { choiceWords } from './choice-words.ts'

const say = choiceWords()
const ticked = (yes: boolean) => (yes ? 'yes' : '')

/** What the form holds before anybody types. */
const heldOf = ({ choice, pausedOn }: SeenOwnChoice) => ({
  email: ticked(choice.email),
  text: ticked(choice.text),
  digest: ticked(choice.digest),
  hoursFrom: choice.hoursFrom,
  hoursUntil: choice.hoursUntil,
  pausedOn,
})

const OwnChoicePage = (data: SeenOwnChoice, view: View) => {
  const field = kept(view, heldOf(data))
  const { email, phone, choice, rules } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('own_title')} crumb={{ href: '/messages', label: say('back_messages') }}>
        <p>{say('own_lead')}</p>
      </PageHead>
      <Form to="/messages/settings" shell={view.shell} layout="flow" hidden={{ version: choice.version }}>
        <Tick
          field={field}
          name="email"
          legend={say('by_email')}
          label={email === null ? say('no_email') : say('email', { address: breakable(email) })}
        />
        <Tick
          field={field}
          name="text"
          legend={say('by_text')}
          label={phone === null ? say('no_phone') : say('text', { phone })}
          hint={say('text_hint')}
        />
        <Tick field={field} name="digest" legend={say('digest_legend')} label={say('digest')} />
        <HourFields field={field} rules={rules} />
        <PauseField field={field} />
        <p class="row">
          <Button kind="go">{say('save')}</Button>
          <ButtonLink kind="text" href="/messages">
            {say('keep')}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  )
}

export const ownChoiceScreen = screen({
  address: '/messages/settings',
  title: say('own_title'),
  look: lookOwnChoice,
  page: OwnChoicePage,
})

export const ownChoiceResource = resource({
  address: 'POST /messages/settings',
  act: setOwnChoice,
  stands: ownChoiceScreen,
  then: () => '/messages',
})
