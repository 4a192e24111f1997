import { Act, Field, Form, State, Table } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'
import type { SeenPacket } from '../look-packet.ts'
import { scopeOfResult } from '../rules.ts'
import type { Visit } from '../visit.ts'
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
const possible = (visit: Visit, now: Date) => (visit.startsAt <= now ? results : results.slice(2))

const ResultForm = ({ visit, seen, view }: FormProps & { visit: Visit }) => (
  <Form to={`/inbox/${seen.referral.id}/visits/${visit.id}/result`} shell={view.shell} layout="flow">
    <Field
      id={`result-${visit.id}`}
      name="result"
      type="select"
      width="mid"
      label={say('visit_result')}
      options={possible(visit, seen.now).map((result) => ({ value: result, label: sayResult(result) }))}
    />
    <Act id={`save-${visit.id}`} shell={view.shell} reasons={closedBecause(seen, scopeOfResult(visit))}>
      {say('save_result')}
    </Act>
  </Form>
)

const Result = ({ visit, ...props }: FormProps & { visit: Visit }) =>
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
