import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Button, Choices, ErrorSummary, Field, Form, kept, MarkedList, Page, PageHead } from '#design/contract.ts'
import { dayOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenClosing } from '../look-closing.ts'
import { attributions, type Ending } from '../closing-rules.ts'
import { attributionWords, closingObstacleWords, endingWords, loopWords } from '../closing-words.ts'
import { familySays } from '../report-from-family.ts'
import { closingPageWords } from './closing-words.ts'
import { typedIn } from './packet-forms.tsx'

const say = closingPageWords()
const sayLoop = loopWords()
const sayEnding = endingWords()
const sayObstacle = closingObstacleWords()
type Props = { seen: SeenClosing; view: View }

const LoopSection = ({ seen: { loop } }: Props) => (
  <section class="after flow" aria-labelledby="loop">
    <h2 id="loop">{say('loop')}</h2>
    <p>
      <b>{sayLoop(loop.complete ? 'closed' : (`open.${loop.owed[0] ?? 'received_and_accepted'}` as const))}</b>
    </p>
    <MarkedList items={loop.confirmed.map(({ name, at }) => ({ s: at === null ? 'due' : 'done', text: sayLoop(name) }))} />
  </section>
)

const Feedback = ({ seen: { referral }, view }: Props) =>
  referral.acceptedAt === null ? null : (
    <section class="after flow" aria-labelledby="feedback">
      <h2 id="feedback">{say('feedback')}</h2>
      <p class="hint">{say('feedback_hint')}</p>
      <Form to={`/referrals/${referral.id}/feedback`} shell={view.shell} layout="row">
        <Button name="sufficient" value="yes" {...(referral.nextStep === 'confirm_feedback' && { kind: 'go' as const })}>
          {say('yes')}
        </Button>
        <Button name="sufficient" value="no">
          {say('no')}
        </Button>
      </Form>
    </section>
  )

type EndProps = Props & { ending: Ending; hint?: string; children?: ComponentChildren }

function End({ seen, view, ending, hint, children }: EndProps) {
  const reasons = seen.blocked[ending].map((code) => ({ met: false, says: sayObstacle(code) }))
  const named = { met: seen.may.close, says: seen.closerName === undefined ? say('only_you') : say('only', { name: seen.closerName }) }
  const all = seen.may.close ? reasons : [named, ...reasons]
  const go = ending === 'connected' && seen.referral.nextStep === 'close_loop'
  return (
    <details class="more" open={go || view.typed['_form'] === ending}>
      <summary>{say(ending)}</summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <Form to={`/referrals/${seen.referral.id}/closure`} shell={view.shell} layout="flow" hidden={{ _form: ending, ending }}>
        {all.length === 0 && children}
        <Act id={`close-${ending}`} shell={view.shell} reasons={all} {...(go && { kind: 'go' as const })}>
          {say(`close_${ending}`)}
        </Act>
      </Form>
    </details>
  )
}

const options = (codes: readonly { code: string; says: string }[]) => [{ value: '', label: say('choose') }, ...codes.map(({ code, says }) => ({ value: code, label: says }))]

function Connected(props: Props) {
  const field = kept(typedIn(props.view, 'connected'))
  return (
    <End {...props} ending="connected" hint={say('connected_hint')}>
      <Field {...field('exitCriterion')} type="select" label={say('exit')} options={options(props.seen.choices.exit)} />
      <Field {...field('stepDown')} type="textarea" rows={3} maxlength={1000} label={say('step_down')} />
    </End>
  )
}

function Alternative(props: Props) {
  const field = kept(typedIn(props.view, 'alternative_plan'))
  const { value, ...attributed } = field('attributedTo')
  const sayAttribution = attributionWords()
  const reasons = [...props.seen.choices.barrier, ...props.seen.choices.decline]
  return (
    <End {...props} ending="alternative_plan">
      <Field {...field('plan')} type="textarea" rows={3} maxlength={1000} label={say('plan')} />
      <Choices {...attributed} legend={say('put_down_to')} options={attributions.map((code) => ({ value: code, label: sayAttribution(code) }))} {...(value !== undefined && { chosen: value })} />
      <Field {...field('reason')} type="select" label={`${say('barrier')} / ${say('decline')}`} optional options={options(reasons)} />
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
          <Choices name="ending" legend={say('how')} options={(['alternative_plan', 'family_choice', 'moved'] as const).map((code) => ({ value: code, label: sayEnding(code) }))} />
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
    <Form to={`/referrals/${seen.referral.id}/withdrawal`} shell={view.shell} layout="flow" hidden={{ _form: 'withdraw' }}>
      <Choices {...without(kept(typedIn(view, 'withdraw'))('askedBy'))} legend={say('who')} inline options={askers.map((code) => ({ value: code, label: say(code) }))} />
      <Choices {...without(kept(typedIn(view, 'withdraw'))('channel'))} legend={say('channel')} inline options={channels.map((code) => ({ value: code, label: say(code) }))} />
      <Button kind="danger">{say('send_withdraw')}</Button>
    </Form>
  </section>
)
/** A field of `kept` as a set of choices takes it. */
const without = ({ value, ...field }: { name: string; value?: string; error?: string }) => ({ ...field, ...(value !== undefined && { chosen: value }) })

const FamilySays = ({ seen, view }: Props) =>
  seen.referral.sentAt === null ? null : (
    <details class="more" open={view.typed['_form'] === 'family'}>
      <summary>{say('family_says')}</summary>
      <p class="hint">{say('family_says_hint')}</p>
      <Form to={`/referrals/${seen.referral.id}/family-reports`} shell={view.shell} layout="flow" hidden={{ _form: 'family' }}>
        <Choices {...without(kept(typedIn(view, 'family'))('status'))} legend={say('family_says')} options={familySays.map((code) => ({ value: code, label: say(`said_${code}`) }))} />
        <Field {...kept(typedIn(view, 'family'))('happenedOn')} type="date" width="short" label={say('said_day')} optional />
        <Button>{say('save_said')}</Button>
      </Form>
    </details>
  )

function Ended({ seen }: Props) {
  const { ending, calendar, now } = seen
  if (ending === undefined) return null
  const said = sayEnding.has(ending.ending) ? sayEnding(ending.ending) : ending.ending
  return (
    <>
      <p>{say('ended', { day: dayWords(dayOf(calendar, ending.endedAt), dayOf(calendar, now)), name: ending.endedByName, ending: said })}</p>
      {[ending.plan, ending.stepDown].filter((text) => text !== null).map((text) => (
        <p>{text}</p>
      ))}
    </>
  )
}

const Endings = (props: Props) => (
  <section class="after flow" aria-labelledby="how">
    <h2 id="how">{say('how')}</h2>
    <p class="hint">{props.seen.may.close ? say('only_you') : say('only', { name: props.seen.closerName ?? '' })}</p>
    <Connected {...props} />
    <Alternative {...props} />
    <End {...props} ending="family_choice" hint={say('family_choice_hint')} />
    <End {...props} ending="moved" />
  </section>
)

/** The loop and its end: three confirmations, the endings with their proofs, and the family's right to withdraw. */
export const ClosingPage = (seen: SeenClosing, view: View) => {
  const props = { seen, view }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <PageHead crumb={{ href: `/students/${seen.referral.studentId}`, label: <bdi>{seen.studentName}</bdi> }} title={say('heading', { number: seen.referral.number })} />
      <div class="flow read">
        <LoopSection {...props} />
        {seen.ending !== undefined ? (
          <Ended {...props} />
        ) : (
          <>
            <Feedback {...props} />
            <Endings {...props} />
            <SignOff {...props} />
            <FamilySays {...props} />
            <Withdraw {...props} />
          </>
        )}
      </div>
    </Page>
  )
}
