import type { View } from '#access/screen.ts'
import { Button, Field, Form, kept } from '#design/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()

/** Somebody who knows the student says what makes the need high. */
export const StateHighNeed = ({ data, view }: { data: ReferralData; view: View }) => {
  if (data.statable.length === 0) return null
  const criteria = data.statable.map(({ code, label }) => ({ value: code, label }))
  const field = kept(view)('criterion')
  return (
    <details class="more" {...(field.error !== undefined && { open: true })}>
      <summary>{say('state_high_need')}</summary>
      <Form to={`/referrals/${data.referral.id}/high-need`} shell={view.shell} layout="flow">
        <Field
          {...field}
          type="select"
          width="mid"
          label={say('state_label')}
          hint={say('state_hint')}
          options={[{ value: '', label: say('choose') }, ...criteria]}
        />
        <Button>{say('state_save')}</Button>
      </Form>
    </details>
  )
}
