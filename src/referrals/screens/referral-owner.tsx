import type { View } from '#access/screen.ts'
import { Button, Field, Form, kept } from '#design/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()

/** Who owns the referral, and how it is given to somebody else. */
export const Owner = ({ data, view }: { data: ReferralData; view: View }) => {
  if (data.navigators.length === 0) return null
  const field = kept(view)
  const others = data.navigators.filter(({ id }) => id !== data.referral.navigatorId)
  return (
    <section class="flow" aria-labelledby="owner-h">
      <h2 id="owner-h">{say('owner')}</h2>
      <p>{say('owner_now', { name: data.names.navigatorName })}</p>
      <details class="more" {...(view.problem !== undefined && { open: true })}>
        <summary>{say('give')}</summary>
        <Form to={`/referrals/${data.referral.id}/navigator`} shell={view.shell} layout="flow">
          <Field
            {...field('navigatorId')}
            type="select"
            width="mid"
            label={say('give_label')}
            options={[
              { value: '', label: say('choose') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Button>{say('give_save')}</Button>
        </Form>
      </details>
    </section>
  )
}
