import { Button, ErrorSummary, Form, MarkedList, Page, PageHead } from '#design/contract.ts'
import type { View } from '#access/screen.ts'
import { dayOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { familyChannels, familyVoices } from '../closing-rules.ts'
import { endingWords, loopWords } from '../closing-words.ts'
import type { SeenClosing } from '../look-closing.ts'
import { Endings, SignOff } from './closing-endings.tsx'
import { FamilySays, Withdraw } from './closing-family.tsx'
import type { Props } from './closing-parts.ts'
import { closingPageWords } from './closing-words.ts'

const say = closingPageWords()
const sayLoop = loopWords()
const sayEnding = endingWords()

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

/** Who said so and how, or where the family went: the proof of an ending the family made. */
function provedBy({ ending, calendar, now }: SeenClosing): string[] {
  if (ending === undefined) return []
  const { askedBy, channel, destination, leftOn } = ending
  const voice = familyVoices.find((each) => each === askedBy)
  const way = ([...familyChannels, 'family_page'] as const).find((each) => each === channel)
  return [
    ...(voice === undefined || way === undefined
      ? []
      : [say('said_by', { who: say(voice), channel: say(way) })]),
    ...(destination === null ? [] : [say('moved_to', { place: destination })]),
    ...(leftOn === null ? [] : [say('roster_left', { day: dayWords(leftOn, dayOf(calendar, now)) })]),
  ]
}

function Ended({ seen }: Props) {
  const { ending, calendar, now } = seen
  if (ending === undefined) return null
  const said = sayEnding.has(ending.ending) ? sayEnding(ending.ending) : ending.ending
  return (
    <>
      <p>
        {say('ended', {
          day: dayWords(dayOf(calendar, ending.endedAt), dayOf(calendar, now)),
          name: ending.endedByName,
          ending: said,
        })}
      </p>
      {[...provedBy(seen), ending.plan, ending.stepDown]
        .filter((text) => text !== null)
        .map((text) => (
          <p>{text}</p>
        ))}
    </>
  )
}

/**
 * The loop and its end: three confirmations, the endings with their proofs, and the family's right to
 * withdraw.
 */
export const ClosingPage = (seen: SeenClosing, view: View) => {
  const props = { seen, view }
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <PageHead
        crumb={{ href: `/students/${seen.referral.studentId}`, label: <bdi>{seen.studentName}</bdi> }}
        title={say('heading', { number: seen.referral.number })}
      />
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
