import type { View } from '#access/screen.ts'
import { Banner, Button, Field, Form, kept } from '#design/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'

const say = navigatorScreenWords()

/** Who answers for a student at high risk; where nobody clinical does, that one has to be named [R156]. */
export function Holder({ data: { holder, referral }, view }: { data: ReferralData; view: View }) {
  if (holder === undefined || referral.endedAt !== null) return null
  const said = holder.name === undefined ? say('holder_owed') : say('holder_is', { name: holder.name })
  if (holder.choices.length === 0)
    return (
      <Banner kind="slow">
        {said} {holder.name === undefined && say('holder_none')}
      </Banner>
    )
  const field = kept(view)('holderId')
  const choices = holder.choices.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Banner kind="slow">
      <p>{said}</p>
      <Form to={`/referrals/${referral.id}/holder`} shell={view.shell} layout="flow">
        <Field
          {...field}
          type="select"
          width="mid"
          label={say('holder_label')}
          hint={say('holder_hint')}
          options={[{ value: '', label: say('choose') }, ...choices]}
        />
        <Button>{say('holder_save')}</Button>
      </Form>
    </Banner>
  )
}
