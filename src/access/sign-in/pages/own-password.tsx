import { Button, Field, Form, kept } from '#design/contract.ts'
import { accountWords } from '../account-words.ts'
import type { View } from '../page.ts'

/** Another password for whoever gives the current one; without it, by a link. */
export const OwnPassword = ({ view }: { view: View }) => {
  const say = accountWords(view.language)
  const field = kept(view)
  return (
    <section class="flow" aria-labelledby="password-head">
      <h2 id="password-head">{say('password')}</h2>
      <Form to="/account/password" shell={view.shell} layout="flow">
        <Field
          {...field('current_password')}
          label={say('current_password')}
          type="password"
          autocomplete="current-password"
          lang={view.language}
        />
        <Field
          {...field('password')}
          label={say('next_password')}
          hint={say('next_password_note')}
          type="password"
          autocomplete="new-password"
          lang={view.language}
        />
        <p>
          <Button>{say('change_password')}</Button>
        </p>
      </Form>
      <p>
        <a href="/forgot-password">{say('forgot_password')}</a>
      </p>
    </section>
  )
}
