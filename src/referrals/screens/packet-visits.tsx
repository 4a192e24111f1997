import { Act, Button, Form, State, Table } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { scopeOfResult } from '../rules.ts'
import type { VisitAtAgency } from '../received.ts'
import { tells } from '../telling.ts'
import { resultWords, visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'
import { closedBecause, type FormProps } from './packet-sheet.tsx'

const say = inboxWords()
const sayVisit = visitWords()
const sayResult = resultWords()

/** A day and a time, on the district's clock. */
export const whenOf = ({ calendar, now }: SeenPacket, at: Date) =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

const results = ['attended', 'no_show', 'cancelled_by_family', 'cancelled_by_provider'] as const
/** Before a visit has begun it can only be cancelled; whether somebody came is known afterwards. */
const possible = (visit: VisitAtAgency, now: Date) => (visit.startsAt <= now ? results : results.slice(2))

/** One press each: an answer nobody chose must never stand ready to be saved. */
const Answers = ({ visit, seen, view }: FormProps & { visit: VisitAtAgency }) => {
  const reasons = closedBecause(
    seen,
    scopeOfResult(visit) === 'participation' ? tells.participation : tells.times,
  )
  if (reasons.length > 0)
    return (
      <Act id={`result-${visit.id}`} shell={view.shell} reasons={reasons}>
        {say('visit_result')}
      </Act>
    )
  return (
    <Form to={`/inbox/${seen.referral.id}/visits/${visit.id}/result`} shell={view.shell} layout="row">
      {possible(visit, seen.now).map((result) => (
        <Button name="result" value={result}>
          {sayResult(result)}
        </Button>
      ))}
    </Form>
  )
}

/** A visit that has begun waits for its result; one that lies ahead can only be cancelled. */
const ResultForm = (props: FormProps & { visit: VisitAtAgency }) =>
  props.visit.startsAt <= props.seen.now ? (
    <>
      <p>{say('visit_result')}</p>
      <Answers {...props} />
    </>
  ) : (
    <details class="more">
      <summary>{say('cancel_visit')}</summary>
      <Answers {...props} />
    </details>
  )

const Result = ({ visit, ...props }: FormProps & { visit: VisitAtAgency }) =>
  visit.result === null ? (
    <ResultForm visit={visit} {...props} />
  ) : (
    <State s={visit.result === 'attended' ? 'done' : visit.result === 'no_show' ? 'late' : 'end'}>
      {sayResult(visit.result)}
    </State>
  )

/** Every visit and what came of it. A missed one stays missed when another is booked. */
export function Visits(props: FormProps) {
  const { seen } = props
  if (seen.visits.length === 0) return null
  return (
    <Table
      caption={say('visits')}
      rows={seen.visits}
      columns={[
        { head: say('kind'), cell: (visit) => sayVisit(visit.kind) },
        { head: say('day'), cell: (visit) => whenOf(seen, visit.startsAt) },
        { head: say('where'), cell: (visit) => visit.place },
        { head: say('result'), cell: (visit) => <Result visit={visit} {...props} /> },
      ]}
    />
  )
}
