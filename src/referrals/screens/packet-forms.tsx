import { Choices, Field, kept } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { inboxWords } from './inbox-words.ts'
import { asChoices, type FormProps, Sheet, typedIn } from './packet-sheet.tsx'

const say = inboxWords()

        to={`/referrals/${seen.referral.id}/closure`}
        shell={view.shell}
        layout="flow"
        hidden={{ _form: ending, ending }}
      >
        {all.length === 0 && children}
        <Act id={`close-${ending}`} shell={view.shell} reasons={all} {...(go && { kind: 'go' as const })}>
          {say(`close_${ending}`)}
        </Act>
      </Form>
    </details>
  )
}

const options = (codes: readonly { code: string; says: string }[]) => [
  { value: '', label: say('choose') },
  ...codes.map(({ code, says }) => ({ value: code, label: says })),
]

function Connected(props: Props) {
  const field = kept(typedIn(props.view, 'connected'))
  return (
    <End {...props} ending="connected" hint={say('connected_hint')}>
      <Field
        {...field('exitCriterion')}
        type="select"
        label={say('exit')}
        options={options(props.seen.choices.exit)}
      />
      <Field {...field('stepDown')} type="textarea" rows={3} maxlength={1000} label={say('step_down')} />
    </End>
  )
}

function Alternative(props: Props) {
  const field = kept(typedIn(props.view, 'alternative_plan'))
  const attributed = field('attributedTo')
  const sayAttribution = attributionWords()
  const reasons = [...props.seen.choices.barrier, ...props.seen.choices.decline]
  return (
    <End {...props} ending="alternative_plan">
      <Field {...field('plan')} type="textarea" rows={3} maxlength={1000} label={say('plan')} />
      <Choices
        {...attributed}
        legend={say('put_down_to')}
        options={attributions.map((code) => ({ value: code, label: sayAttribution(code) }))}
      />
      <Field
        {...field('reason')}
        type="select"
        label={`${say('barrier')} / ${say('decline')}`}
        optional
        options={options(reasons)}
      />
    </End>
  )
}

function SignOff({ seen, view }: Props) {
  const at = (day: Date) => dayWords(dayOf(seen.calendar, day), dayOf(seen.calendar, seen.now))
  if (!seen.referral.highNeed) return null
  return (
    <section class="after flow" aria-labelledby="sign">
      <h2 id="sign">{say('sign_off')}</h2>
      <p class="hint">{say('sign_off_hint')}</p>
      {seen.signOffs.map(({ ending, signedByName, signedAt }) => (
        <p>{say('signed', { name: signedByName, ending: sayEnding(ending), day: at(signedAt) })}</p>
      ))}
      {seen.may.signOff && (
        <Form to={`/referrals/${seen.referral.id}/sign-off`} shell={view.shell} layout="flow">
          <Choices
            name="ending"
            legend={say('how')}
            options={(['alternative_plan', 'family_choice', 'moved'] as const).map((code) => ({
              value: code,
              label: sayEnding(code),
            }))}
          />
          <Button>{say('sign')}</Button>
        </Form>
      )}
    </section>
  )
}

const askers = ['caregiver', 'student'] as const
const channels = ['phone', 'in_person', 'text', 'email', 'letter'] as const

const Withdraw = ({ seen, view }: Props) => (
  <section class="box after flow read" aria-labelledby="withdraw">
    <h2 id="withdraw">{say('withdraw')}</h2>
    <p>{say('withdraw_will')}</p>
    <ul>
      <li>{say('withdraw_stop')}</li>
      <li>{say('withdraw_stays')}</li>
      <li>{say('withdraw_support')}</li>
    </ul>
    <Form
      to={`/referrals/${seen.referral.id}/withdrawal`}
      shell={view.shell}
      layout="flow"
      hidden={{ _form: 'withdraw' }}
    >
      <Choices
        {...without(kept(typedIn(view, 'withdraw'))('askedBy'))}
        legend={say('who')}
        inline
        options={askers.map((code) => ({ value: code, label: say(code) }))}
      />
      <Choices
        {...without(kept(typedIn(view, 'withdraw'))('channel'))}
        legend={say('channel')}
        inline
        options={channels.map((code) => ({ value: code, label: say(code) }))}
      />
      <Button kind="danger">{say('send_withdraw')}</Button>
    </Form>
  </section>
