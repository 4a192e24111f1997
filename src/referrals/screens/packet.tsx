import type { View } from '#access/screen.ts'
import {
  Act,
  Banner,
  Button,
  ErrorSummary,
  Form,
  type Marked,
  MarkedList,
  PageHead,
  PartnerPage,
  Tag,
} from '#design/contract.ts'
import { dayOf } from '#district/contract.ts'
import { clockWords, dayWords } from '#standards/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { isUnderWay } from '../rules.ts'
import { statusWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import {
  AcceptForm,
  closedBecause,
  DeclineForm,
  type FormProps,
  FurtherForm,
  ParticipationForm,
  ReturnForm,
  SafetyForm,
  StoppedForm,
} from './packet-forms.tsx'
import { BookForm, OfferForm, Offers, Visits, whenOf } from './packet-visits.tsx'
import { PacketList } from './referral-packet.tsx'

const say = inboxWords()
const sayStatus = statusWords()

const asked = {
  status_feedback: 'tell_status',
  safety_signals: 'tell_safety',
  participation: 'tell_visits',
} as const

/** One question the family was asked, and why it may not be told where it may not. */
function tellingLine({ scope, standing, agreed }: SeenPacket['tellings'][number]): Marked {
  const what = say(asked[scope])
  if (standing !== 'in_force') return { s: 'end', text: say(`why_${standing}`, { what }) }
  return agreed ? { s: 'done', text: what } : { s: 'end', text: say('why_not_agreed', { what }) }
}

/** Three questions the family was asked apart, and what is never told whatever it said. */
function MayTell({ seen }: { seen: SeenPacket }) {
  return (
    <section aria-labelledby="tell">
      <h3 id="tell">{say('may_tell')}</h3>
      <MarkedList items={[...seen.tellings.map(tellingLine), { s: 'end', text: say('tell_never') }]} />
    </section>
  )
}

const Receipt = ({ seen, view }: FormProps) => (
  <Act
    id="receipt"
    to={`/inbox/${seen.referral.id}/receipt`}
    shell={view.shell}
    reasons={closedBecause(seen, 'status_feedback')}
  >
    {say('confirm_receipt')}
  </Act>
)

const Answering = (props: FormProps) => (
  <section class="flow" aria-labelledby="answer">
    <h3 id="answer">{say('your_answer')}</h3>
    {props.seen.referral.state === 'sent' && <Receipt {...props} />}
    <AcceptForm {...props} />
    <DeclineForm {...props} />
  </section>
)

const Month = ({ seen, view }: FormProps) => (
  <section class="flow" aria-labelledby="month">
    <h3 id="month">{say('month_ask')}</h3>
    {closedBecause(seen, 'status_feedback').length > 0 ? (
      <Act id="month-act" shell={view.shell} reasons={closedBecause(seen, 'status_feedback')}>
        {say('yes')}
      </Act>
    ) : (
      <Form to={`/inbox/${seen.referral.id}/engagement`} shell={view.shell} layout="row">
        <Button name="engaged" value="yes">
          {say('yes')}
        </Button>
        <Button name="engaged" value="no">
          {say('no')}
        </Button>
      </Form>
    )}
  </section>
)

const Treating = (props: FormProps) => (
  <section class="flow" aria-labelledby="answer">
    <h3 id="answer">{say('your_answer')}</h3>
    <BookForm {...props} />
    <OfferForm {...props} />
    {props.seen.referral.state === 'in_service' && <Month {...props} />}
    <SafetyForm {...props} />
    <ParticipationForm {...props} />
    {props.seen.referral.state !== 'disengaged' && <StoppedForm {...props} />}
    <ReturnForm {...props} />
    <FurtherForm {...props} />
  </section>
)

const History = ({ seen }: { seen: SeenPacket }) =>
  seen.statuses.length === 0 ? null : (
    <section aria-labelledby="history">
      <h3 id="history">{say('history')}</h3>
      <MarkedList
        items={seen.statuses.map((row) => ({
          s: 'done' as const,
          text: say('history_line', {
            when: whenOf(seen, row.enteredAt),
            status: sayStatus(row.status),
            name: row.enteredByName,
          }),
        }))}
      />
    </section>
  )

function Stops({ seen, view }: FormProps) {
  const unread = seen.stops.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  return unread.map((stop) => (
    <Banner kind="slow">
      <Form to={`/inbox/${stop.referralId}/stop`} shell={view.shell} layout="row">
        <span>
          {say(stop.because === 'withdrawn' ? 'withdrawn' : 'revoked', { when: whenOf(seen, stop.madeAt) })}
        </span>
        <Button>{say('have_read')}</Button>
      </Form>
    </Banner>
  ))
}

function Head({ seen }: { seen: SeenPacket }) {
  const { referral, packet, calendar, now, schoolName } = seen
  const waits = referral.state === 'sent' || referral.state === 'received'
  const due =
    referral.nextDueAt !== null && waits && referral.nextOwner === 'partner'
      ? clockWords(calendar, { dueAt: referral.nextDueAt, now })
      : undefined
  return (
    <PageHead
      crumb={{ href: '/inbox', label: say('back') }}
      above={say(referral.receivedAt === null ? 'from' : 'from_received', {
        school: schoolName,
        when: whenOf(seen, packet.sentAt),
      })}
      title={<bdi>{packet.name}</bdi>}
    >
      {referral.highNeed && packet.open && (
        <p>
          <Tag kind="high">{say('high_need')}</Tag>
        </p>
      )}
      {due !== undefined && (
        <p>
          <b>{say('answer_by_head', { when: due.detail })}</b>, {due.headline}.{' '}
          {say('same_week_by', { day: dayWords(dayOf(calendar, seen.sameWeekBy), dayOf(calendar, now)) })}
        </p>
      )}
      {seen.responsibility !== undefined && (
        <p>
          {say('holds', {
            name: seen.responsibility.holderName,
            day: dayWords(dayOf(calendar, seen.responsibility.acceptedAt), dayOf(calendar, now)),
          })}
        </p>
      )}
    </PageHead>
  )
}

function Body(props: FormProps) {
  const { seen } = props
  const { referral, packet } = seen
  if (packet.content === undefined) return <p>{say('ended')}</p>
  return (
    <div class="packet-cols">
      <div class="flow">
        <h3>{say('the_referral')}</h3>
        <PacketList content={packet.content} today={dayOf(seen.calendar, seen.now)} />
        <Visits {...props} />
        <Offers seen={seen} />
        <History seen={seen} />
      </div>
      <div class="flow">
        <MayTell seen={seen} />
        {(referral.state === 'sent' || referral.state === 'received') && <Answering {...props} />}
        {isUnderWay(referral.state) && <Treating {...props} />}
      </div>
    </div>
  )
}

/**
 * One referral at its agency, on an address of its own: what was sent, what may be told, and the answer
 * beside it.
 */
export const PacketPage = (seen: SeenPacket, view: View) => (
  <PartnerPage shell={view.shell}>
    <ErrorSummary errors={view.problem?.because ?? []} />
    <Head seen={seen} />
    <Stops seen={seen} view={view} />
    <article class="packet-view">
      <Body seen={seen} view={view} />
    </article>
  </PartnerPage>
)
