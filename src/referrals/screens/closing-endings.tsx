import type { ComponentChildren } from 'preact'
import { Act, Button, Choices, Field, Form, kept } from '#design/contract.ts'
import { dayOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { attributions, type Ending } from '../closing-rules.ts'
import { attributionWords, closingObstacleWords, endingWords } from '../closing-words.ts'
import { FamilyWord } from './closing-family.tsx'
import type { Props } from './closing-parts.ts'
import { closingPageWords } from './closing-words.ts'
import { asChoices, typedIn } from './packet-sheet.tsx'

const say = closingPageWords()
const sayEnding = endingWords()
const sayObstacle = closingObstacleWords()
type EndProps = Props & { ending: Ending; hint?: string; children?: ComponentChildren }

function End({ seen, view, ending, hint, children }: EndProps) {
  const reasons = seen.blocked[ending].map((code) => ({ met: false, says: sayObstacle(code) }))
  const named = {
    met: seen.may.close,
    says: say('only', { name: seen.closerName }),
  }
  const all = seen.may.close ? reasons : [named, ...reasons]
  const go = ending === 'connected' && seen.referral.nextStep === 'close_loop'
  return (
    <details class="more" open={go || view.typed['_form'] === ending}>
      <summary>{say(ending)}</summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <Form
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
  const attributed = asChoices(field('attributedTo'))
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

/** The roster's word is enough; before it has one, the school says where to. */
function Moved(props: Props) {
  const { leftOn, calendar, now } = props.seen
  const field = kept(typedIn(props.view, 'moved'))
  const left =
    leftOn === null ? {} : { hint: say('roster_left', { day: dayWords(leftOn, dayOf(calendar, now)) }) }
  return (
    <End {...props} ending="moved" {...left}>
      <Field
        {...field('destination')}
        label={say('destination')}
        maxlength={200}
        {...(leftOn !== null && { optional: true })}
      />
    </End>
  )
}

/** The designated lead agrees that a high-need case ends without a connection. */
export function SignOff({ seen, view }: Props) {
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

/** Every way a case can end, each with what stands in its way. */
export const Endings = (props: Props) => (
  <section class="after flow" aria-labelledby="how">
    <h2 id="how">{say('how')}</h2>
    <p class="hint">
      {props.seen.may.close ? say('only_you') : say('only', { name: props.seen.closerName })}
    </p>
    <Connected {...props} />
    <Alternative {...props} />
    <End {...props} ending="family_choice" hint={say('family_choice_hint')}>
      <FamilyWord view={props.view} form="family_choice" />
    </End>
    <Moved {...props} />
  </section>
)
