import { Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { familyChannels, familyVoices } from '../closing-rules.ts'
import { familySays } from '../report-from-family.ts'
import type { Props } from './closing-parts.ts'
import { closingPageWords } from './closing-words.ts'
import { asChoices, typedIn } from './packet-sheet.tsx'

const say = closingPageWords()

/** Who said so and how: asked wherever the family's word ends a referral. */
export const FamilyWord = ({ view, form }: { view: Props['view']; form: string }) => {
  const field = kept(typedIn(view, form))
  return (
    <>
      <Choices
        {...asChoices(field('askedBy'))}
        legend={say('who')}
        inline
        options={familyVoices.map((code) => ({ value: code, label: say(code) }))}
      />
      <Choices
        {...asChoices(field('channel'))}
        legend={say('channel')}
        inline
        options={familyChannels.map((code) => ({ value: code, label: say(code) }))}
      />
    </>
  )
}

/** The family withdraws: what happens is said before it is asked. No reason is. */
export const Withdraw = ({ seen, view }: Props) => (
  <section class="box after flow read" aria-labelledby="withdraw">
    <h2 id="withdraw">{say('withdraw')}</h2>
    <p>{say('withdraw_will')}</p>
    <ul>
      <li>{say('withdraw_stop')}</li>
      <li>{say('withdraw_visits')}</li>
      <li>{say('withdraw_stays')}</li>
      <li>{say('withdraw_support')}</li>
    </ul>
    <Form
      to={`/referrals/${seen.referral.id}/withdrawal`}
      shell={view.shell}
      layout="flow"
      hidden={{ _form: 'withdraw' }}
    >
      <FamilyWord view={view} form="withdraw" />
      <Button kind="danger">{say('send_withdraw')}</Button>
    </Form>
  </section>
)

/** What the family itself tells, where the agency may not. */
export const FamilySays = ({ seen, view }: Props) =>
  seen.referral.sentAt === null ? null : (
    <details class="more" open={view.typed['_form'] === 'family'}>
      <summary>{say('family_says')}</summary>
      <p class="hint">{say('family_says_hint')}</p>
      <Form
        to={`/referrals/${seen.referral.id}/family-reports`}
        shell={view.shell}
        layout="flow"
        hidden={{ _form: 'family' }}
      >
        <Choices
          {...asChoices(kept(typedIn(view, 'family'))('status'))}
          legend={say('family_says')}
          options={familySays.map((code) => ({ value: code, label: say(`said_${code}`) }))}
        />
        <Field
          {...kept(typedIn(view, 'family'))('happenedOn')}
          type="date"
          width="short"
          label={say('said_day')}
          optional
        />
        <Button>{say('save_said')}</Button>
      </Form>
    </details>
  )
