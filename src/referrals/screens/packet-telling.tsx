import { Choices, Field, kept } from '#design/contract.ts'
import { furtherServices } from '../further.ts'
import { packetWords } from '../packet-words.ts'
import { participationSignals, safetySignals } from '../status.ts'
import { signalWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import { Suggestion } from './packet-forms.tsx'
import { asChoices, type FormProps, Sheet, typedIn } from './packet-sheet.tsx'

const say = inboxWords()
const sayPacket = packetWords()


const FamilySays = ({ seen, view }: Props) =>
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
          {...without(kept(typedIn(view, 'family'))('status'))}
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
      {[ending.plan, ending.stepDown]
        .filter((text) => text !== null)
        .map((text) => (
          <p>{text}</p>
        ))}
    </>
  )
}

  <section class="after flow" aria-labelledby="how">
    <h2 id="how">{say('how')}</h2>
    <p class="hint">
      {props.seen.may.close ? say('only_you') : say('only', { name: props.seen.closerName ?? '' })}
    </p>
    <Connected {...props} />
    <Alternative {...props} />
    <End {...props} ending="family_choice" hint={say('family_choice_hint')} />
    <End {...props} ending="moved" />
  </section>
)

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
