import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Form, type Reason } from '#design/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { obstaclesToTelling } from '../rules.ts'
import type { TellingScope } from '../telling.ts'
import { obstacleWords } from '../words.ts'

const sayObstacle = obstacleWords()

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
      <b>
        {sayLoop(loop.complete ? 'closed' : (`open.${loop.owed[0] ?? 'received_and_accepted'}` as const))}
      </b>
    </p>
    <MarkedList
      items={loop.confirmed.map(({ name, at }) => ({ s: at === null ? 'due' : 'done', text: sayLoop(name) }))}
    />
  </section>
)

const Feedback = ({ seen: { referral }, view }: Props) =>
  referral.acceptedAt === null ? null : (
    <section class="after flow" aria-labelledby="feedback">
      <h2 id="feedback">{say('feedback')}</h2>
      <p class="hint">{say('feedback_hint')}</p>
      <Form to={`/referrals/${referral.id}/feedback`} shell={view.shell} layout="row">
        <Button
          name="sufficient"
          value="yes"
          {...(referral.nextStep === 'confirm_feedback' && { kind: 'go' as const })}
        >
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
  const named = {
    met: seen.may.close,
    says: seen.closerName === undefined ? say('only_you') : say('only', { name: seen.closerName }),
  }
  const all = seen.may.close ? reasons : [named, ...reasons]
  const go = ending === 'connected' && seen.referral.nextStep === 'close_loop'
  return (
    <details class="more" open={go || view.typed['_form'] === ending}>
      <summary>{say(ending)}</summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <Form

/** A field of `kept` as a set of choices takes it. */
export const asChoices = ({ value, ...field }: { name: string; value?: string; error?: string }) => ({
  ...field,
  ...(value !== undefined && { chosen: value }),
})
