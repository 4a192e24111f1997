import { Button, Choices, Field, Phone } from '#design/contract.ts'
import { type CrisisResponse, crisisResponses, isExternal } from '#standards/contract.ts'
import { contactsFor } from '../contact.ts'
import { type Entry, responseResults } from '../entry.ts'
import { departureAt, departuresOf, isOverEscalated, leftOutOf, responseOf, resultOf } from '../departures.ts'
import { explanationOf } from '../levels.ts'
import { Lowerings } from './departure-steps.tsx'
import { treeWords } from './paper-words.ts'
import { fieldsOf, type Part, say, Skip, StaffField, Step, Tap } from './step-parts.tsx'
import { ToldItems } from './told-items.tsx'

const tree = treeWords()
const calling = (what: string) => ({ kind: 'response_called' as const, what })
const nameOf = (call: Entry) => tree(responseOf(call))

type Whom = { name: string; number: string; hours: string | null }

/** Whom a response is called at: all of the list, the school's own first; the school team at its lead. */
function whomFor({ numbers, lead }: Part['data'], response: CrisisResponse): Whom[] {
  if (isExternal(response)) return contactsFor(numbers, response)
  return lead?.phone ? [{ name: lead.name, number: lead.phone, hours: null }] : []
}

/** Each number with its hours; where there is none it says so, and which numbers always answer [R096]. */
const Numbers = ({ data, response }: { data: Part['data']; response: CrisisResponse }) => {
  const whom = whomFor(data, response)
  if (whom.length === 0)
    return (
      <p>
        <b>{say(isExternal(response) ? 'level_no_number' : 'level_no_lead')}</b>
      </p>
    )
  return (
    <ul role="list">
      {whom.map(({ name, number, hours }) => (
        <li>
          {name !== number && <bdi>{name}</bdi>}{' '}
          {data.incident.drillId === null ? <Phone number={number} /> : number}{' '}
          {isExternal(response) && (hours ?? say('level_any_hour'))}
        </li>
      ))}
    </ul>
  )
}

/** What the level says, with its numbers, and one press that says it was called. */
const Indicated = ({ data, view }: Part) => {
  if (data.level === null) return <p>{say('level_none')}</p>
  const response = data.standard.tree[data.level]
  const isCalled = data.entries.some(
    (call) =>
      call.kind === 'response_called' &&
      call.what === response &&
      resultOf(data.entries, call) !== 'could_not',
  )
  const criteria = data.standard.responses.find(({ code }) => code === response)?.criteria
  return (
    <div class="flow">
      <p>
        {say('level_first')}: <b>{tree(response)}</b> {criteria}
      </p>
      <Numbers data={data} response={response} />
      {!isCalled && (
        <Step data={data} view={view} to="responses" hidden={{ part: 'indicated', response }} layout="flow">
          <p>
            <Button big kind="go">
              {say('call_made', { response: tree(response) })}
            </Button>
          </p>
          {isExternal(response) && <ToldItems view={view} part="indicated" entry={calling(response)} />}
        </Step>
      )}
    </div>
  )
}

const Other = ({ data, view }: Part) => {
  const field = fieldsOf(view, 'call')
  const { value, ...given } = field('response')
  return (
    <details class="more" {...((view.typed['part'] === 'call' || data.level === null) && { open: true })}>
      <summary>{say('call_other')}</summary>
      <Step data={data} view={view} to="responses" hidden={{ part: 'call' }} layout="flow">
        <Choices
          {...given}
          legend={say('call_what')}
          options={crisisResponses.map((code) => ({ value: code, label: tree(code) }))}
          chosen={value ?? []}
        />
        <Field {...field('reached')} optional label={say('call_reached')} maxlength={120} />
        <Field
          {...field('reason')}
          optional
          label={say('call_reason')}
          hint={say('call_reviewer_hint')}
          maxlength={500}
        />
        <StaffField data={data} field={field('reviewerId')} label={say('call_reviewer')} id="f-reviewerId" />
        <ToldItems view={view} part="call" entry={calling('')} />
        <p>
          <Button>{say('call_save')}</Button>
        </p>
      </Step>
    </details>
  )
}

/** What came of a call that has no end yet: one press. */
const Result = ({ data, view, call }: Part & { call: Entry }) => (
  <section class="flow" aria-labelledby={`result-${call.id}`}>
    <h3 id={`result-${call.id}`}>{say('result_of', { response: nameOf(call) })}</h3>
    {responseResults
      .filter((result) => result !== resultOf(data.entries, call))
      .map((result, at) => (
        <Tap
          data={data}
          view={view}
          to="responses/results"
          hidden={{ callId: call.id, result }}
          first={at === 0}
        >
          {say(`result_${result}`)}
        </Tap>
      ))}
  </section>
)

const Explain = ({ data, view, call }: Part & { call: Entry }) => {
  const part = `explain-${call.id}`
  const field = fieldsOf(view, part)
  const how = departureAt(data, call) ?? 'higher'
  const isLeft = call.kind === 'step_skipped'
  const why = say(isLeft ? 'skip_why' : 'call_reason')
  return (
    <section class="flow" aria-labelledby={part}>
      <h3 id={part}>{isLeft ? say('explain_left') : say('explain', { response: nameOf(call) })}</h3>
      {!isLeft && (
        <p>
          {say(`departs_${how}`)}
          {isOverEscalated(data, call) && `, ${say('off_standard')}`}.
        </p>
      )}
      <Step data={data} view={view} to="departures" hidden={{ part, callId: call.id }} layout="flow">
        <Field {...field('reason')} id={`reason-${call.id}`} label={why} maxlength={500} />
        <StaffField
          data={data}
          field={field('reviewerId')}
          label={say('call_reviewer')}
          id={`reviewer-${call.id}`}
        />
        <p>
          <Button>{say('explain_save')}</Button>
        </p>
      </Step>
    </section>
  )
}

const callsIn = ({ entries }: Part['data']) => entries.filter(({ kind }) => kind === 'response_called')

/** Help that is on its way: one press when it is there, whatever else is being done. */
export const Coming = ({ data, view }: Part) => (
  <>
    {callsIn(data)
      .filter((call) => resultOf(data.entries, call) === 'on_the_way')
      .map((call) => (
        <Result data={data} view={view} call={call} />
      ))}
  </>
)

/** The call, what came of it, and why where it was not what the level says. */
export const Response = ({ data, view }: Part) => {
  const calls = callsIn(data)
  const open = calls.filter((call) => [undefined, 'on_the_way'].includes(resultOf(data.entries, call)))
  const left = leftOutOf(data).filter(({ what }) => what === 'response')
  const owed = [...departuresOf(data), ...left].filter((call) => !explanationOf(data.entries, call))
  return (
    <div class="flow">
      <Lowerings data={data} view={view} />
      {owed.map((call) => (
        <Explain data={data} view={view} call={call} />
      ))}
      {open.map((call) => (
        <Result data={data} view={view} call={call} />
      ))}
      <Indicated data={data} view={view} />
      <Other data={data} view={view} />
      {calls.length === 0 && data.level !== 'high' && <Skip data={data} view={view} step="response" />}
    </div>
  )
}
