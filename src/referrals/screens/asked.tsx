import type { View } from '#access/screen.ts'
import { Button, Choices, Field, ErrorSummary, Form, kept, Page, PageHead } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { furtherServices } from '../further.ts'
import type { SeenAsked } from '../look-asked.ts'
import { isRemote } from '../telehealth.ts'
import { packetWords } from '../packet-words.ts'
import { visitWords } from '../words.ts'
import { askedWords } from './asked-words.ts'
import { typedIn } from './packet-sheet.tsx'

const say = askedWords()
const sayVisit = visitWords()
const sayPacket = packetWords()

type Props = { seen: SeenAsked; view: View }

const dayIn = ({ calendar, now }: SeenAsked, at: Date) => dayWords(dayOf(calendar, at), dayOf(calendar, now))
const whenIn = (seen: SeenAsked, at: Date) => ({ day: dayIn(seen, at), time: timeOf(seen.calendar, at) })

const Offer = ({ offer, seen, view }: Props & { offer: SeenAsked['offers'][number] }) => (
  <li>
    <b>{say('time', { kind: sayVisit(offer.kind), ...whenIn(seen, offer.startsAt) })}</b>
    <p class="hint">
      {say('time_more', {
        minutes: offer.minutes,
        how: sayVisit(offer.modality).toLowerCase(),
        place: offer.place,
      })}{' '}
      {offer.withWhom !== null && say('with_whom', { name: offer.withWhom })}
    </p>
    {seen.mayAnswer && seen.booked === undefined && (
      <Form to={`/referrals/${seen.referral.id}/offers/${offer.id}/booking`} shell={view.shell}>
        {offer.late && (
          <Field
            name="lateReason"
            id={`late-${offer.id}`}
            type="select"
            label={say('late_reason')}
            options={[{ value: '', label: say('choose') }, ...seen.barriers]}
          />
        )}
        {isRemote(offer.modality) && (
          <Choices
            name="privateSpace"
            many
            chosen={[]}
            legend={<span class="vh">{say('private_space')}</span>}
            options={[{ value: 'yes', label: say('private_space') }]}
          />
        )}
        <Button>{say('book', whenIn(seen, offer.startsAt))}</Button>
      </Form>
    )}
  </li>
)

const Offers = (props: Props) => (
  <section class="flow" aria-labelledby="times">
    <h2 id="times">{say('times')}</h2>
    {props.seen.booked !== undefined && (
      <p>{say('booked', whenIn(props.seen, props.seen.booked.startsAt))}</p>
    )}
    {props.seen.offers.length === 0 ? (
      <p class="quiet">{say('no_times')}</p>
    ) : (
      <>
        <p class="hint">{say('times_hint')}</p>
        <ul class="flow" role="list">
          {props.seen.offers.map((offer) => (
            <Offer offer={offer} {...props} />
          ))}
        </ul>
      </>
    )}
  </section>
)

const services = furtherServices.map((kind) => ({ value: kind, label: sayPacket(`service.${kind}`) }))
/** Answers after which no referral is opened. */
const unopened = ['family_choice', 'not_needed'] as const
type Asked = SeenAsked['requests'][number]

const Answered = ({ request, seen }: { request: Asked; seen: SeenAsked }) =>
  request.answer === null || request.answeredAt === null ? null : (
    <p>
      {say(`answered_${request.answer}`, { day: dayIn(seen, request.answeredAt) })}{' '}
      {request.openedReferralId !== null && (
        <a href={`/referrals/${request.openedReferralId}`}>{say('see_opened')}</a>
      )}
    </p>
  )

/** A referral is opened for what was chosen with the family; every other answer is a press of its own. */
function Answering({ request, seen, view }: Props & { request: Asked }) {
  const to = `/referrals/${seen.referral.id}/further-requests/${request.id}/answer`
  const field = kept(typedIn(view, request.id))
  return (
    <>
      <Form to={to} shell={view.shell} layout="flow" hidden={{ _form: request.id, answer: 'opened' }}>
        <Field
          {...field('serviceSought')}
          type="select"
          label={say('service')}
          options={[{ value: '', label: say('choose') }, ...services]}
        />
        <Button>{say('opened')}</Button>
      </Form>
      <Form to={to} shell={view.shell} layout="row">
        {unopened.map((answer) => (
          <Button name="answer" value={answer}>
            {say(answer)}
          </Button>
        ))}
      </Form>
    </>
  )
}

const Request = ({ request, seen, view }: Props & { request: Asked }) => (
  <div class="flow">
    <p>
      <b>
        {say('further_asked', {
          day: dayIn(seen, request.requestedAt),
          due: dayIn(seen, request.dueAt),
        })}
      </b>
    </p>
    <Answered request={request} seen={seen} />
    {request.answer === null && seen.mayAnswer && <Answering request={request} seen={seen} view={view} />}
  </div>
)

/** Everything an agency asks about one referral, and the navigator's answers to it. */
export const AskedPage = (seen: SeenAsked, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={view.problem?.because ?? []} />
    <PageHead
      crumb={{ href: `/students/${seen.referral.studentId}`, label: <bdi>{seen.studentName}</bdi> }}
      title={say('heading', { partner: seen.partnerName })}
    />
    <div class="flow read">
      <Offers seen={seen} view={view} />
      {seen.requests.length > 0 && (
        <section class="flow" aria-labelledby="further">
          <h2 id="further">{say('further')}</h2>
          <p class="hint">{say('further_hint')}</p>
          <p class="hint">{say('further_own')}</p>
          {seen.requests.map((request) => (
            <Request request={request} seen={seen} view={view} />
          ))}
        </section>
      )}
    </div>
  </Page>
)
