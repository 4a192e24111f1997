import type { ComponentChildren } from 'preact'
import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, ErrorSummary, Form, KeyList, Late, Mark, Page, PageHead, Tag } from '#design/contract.ts'
import { closeEscalation } from '../close-escalation.ts'
import { confirmCapacity } from '../confirm-capacity.ts'
import { decideEscalation } from '../decide-escalation.ts'
import { lookEscalation, type SeenOne } from '../look-escalation.ts'
import { recordContact } from '../record-contact.ts'
import { causeWords, escalationWords, neededWords, stateWords } from '../screen-words.ts'
import { takeEscalation } from '../take-escalation.ts'
import { Entries } from './entries.tsx'
import { owedWords } from './owed.ts'
import { ClosingForm } from './closing-form.tsx'
import { Risen, Risk } from './risk.tsx'
import { CapacityForm, DecisionForm, FamilyForm } from './forms.tsx'

const say = escalationWords()
const cause = causeWords()
const state = stateWords()
const need = neededWords()

type Props = { data: SeenOne; view: View }

const Why = ({ data }: { data: SeenOne }) => {
  const { cause: why, wasDueAt, highNeed } = data.escalation
  return (
    <>
      {cause(why)}
      {wasDueAt !== null && `, ${say('was_due', { at: momentWords(wasDueAt, data) })}`}{' '}
      {highNeed && <Tag>{say('high_need')}</Tag>}
    </>
  )
}

function Facts({ data }: { data: SeenOne }) {
  const { escalation, told, referrals } = data
  const opened = { at: momentWords(escalation.openedAt, data) }
  const owed = { at: owedWords(escalation, data) }
  const isLate = escalation.closedAt === null && escalation.nextDueAt < data.now
  const items = [
    { key: say('why'), value: <Why data={data} /> },
    { key: say('opened'), value: say(escalation.openedBy === null ? 'opened_itself' : 'opened_by', opened) },
    {
      key: say('told'),
      value: told
        .map(({ name, sentAt }) => say('told_line', { name, at: momentWords(sentAt, data) }))
        .join('; '),
    },
    {
      key: say('referral'),
      value: referrals.map(({ id, number, firstSeenAt }) => (
        <span>
          {data.opensCare ? (
            <a href={`/referrals/${id}`}>{say('number', { number })}</a>
          ) : (
            say('number', { number })
          )}
          {firstSeenAt !== null && `, ${say('seen_on', { at: momentWords(firstSeenAt, data) })}`}{' '}
        </span>
      )),
    },
    { key: say('state'), value: state(escalation.state) },
    ...(data.risen.length > 0 ? [{ key: say('risen'), value: <Risen data={data} /> }] : []),
    ...(escalation.closedAt === null
      ? [{ key: say('owed'), value: isLate ? <Late>{say('late_since', owed)}</Late> : owed.at }]
      : []),
  ]
  return <KeyList items={items} />
}

const Take = ({ data, view }: Props) => (
  <Form to={`/escalations/${data.escalation.id}/take`} shell={view.shell} layout="flow">
    <Button kind="go">{say('take')}</Button>
    <p class="quiet">{say('take_note')}</p>
  </Form>
)

type PartProps = Props & { part: 'family' | 'capacity' | 'decision' | 'close'; form: ComponentChildren }

/**
 * One part of the work: open where the next thing is to do or a form came back, folded where it is done or
 * still ahead.
 */
const Part = ({ data, view, part, form }: PartProps) => {
  const next = data.missing[0] ?? (data.connection === 'connected' ? 'close' : 'decision')
  const done = part !== 'close' && !data.missing.includes(part)
  return (
    <details class="step more" open={part === next || view.typed['part'] === part}>
      <summary>
        <h2>
          {done && <Mark s="done" />} {part === 'close' ? say('closing_title') : need(part)}
        </h2>
      </summary>
      <div class="flow">{form}</div>
    </details>
  )
}

const Work = ({ data, view }: Props) => {
  const { choices } = data
  if (choices === undefined) return null
  const props = { data, view, choices }
  const own = { data, view }
  return (
    <>
      {data.escalation.state !== 'decided' && !data.isTaker && <Take {...own} />}
      <p class="quiet">{say('three')}</p>
      <Part {...own} part="family" form={<FamilyForm {...props} />} />
      <Part {...own} part="capacity" form={<CapacityForm {...props} />} />
      <Part {...own} part="decision" form={<DecisionForm {...props} />} />
      <Part {...own} part="close" form={<ClosingForm {...props} />} />
    </>
  )
}

const EscalationPage = (data: SeenOne, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title_of', { name: data.studentName })}
      crumb={{ href: '/escalations', label: say('crumb') }}
    />
    <Facts data={data} />
    <section class="after flow" aria-labelledby="written">
      <h2 id="written">{say('written')}</h2>
      <Entries data={data} />
    </section>
    <div class="after flow">
      <Work data={data} view={view} />
    </div>
    {data.escalation.state !== 'closed' && <Risk data={data} view={view} />}
  </Page>
)

/** One stalled loop. */
export const escalationScreen = screen({
  address: '/escalations/:escalationId',
  title: say('one'),
  look: lookEscalation,
  page: EscalationPage,
})

const back = ({ escalationId }: { escalationId: string }) => `/escalations/${escalationId}`
export const takeResource = resource({
  address: 'POST /escalations/:escalationId/take',
  act: takeEscalation,
  stands: escalationScreen,
  then: back,
})
export const contactResource = resource({
  address: 'POST /escalations/:escalationId/family',
  act: recordContact,
  stands: escalationScreen,
  then: back,
})
export const capacityResource = resource({
  address: 'POST /escalations/:escalationId/capacity',
  act: confirmCapacity,
  stands: escalationScreen,
  then: back,
})
export const decisionResource = resource({
  address: 'POST /escalations/:escalationId/decision',
  act: decideEscalation,
  stands: escalationScreen,
  then: back,
})
export const closingResource = resource({
  address: 'POST /escalations/:escalationId/close',
  act: closeEscalation,
  stands: escalationScreen,
  then: back,
})
