import type { ComponentChildren } from 'preact'
import type { View } from '#access/screen.ts'
import { Act, Choices, Field, Form, kept, type Reason } from '#design/contract.ts'
import { furtherServices } from '../further.ts'
import type { SeenPacket } from '../look-packet.ts'
import { packetWords } from '../packet-words.ts'
import { obstaclesToTelling } from '../rules.ts'
import { participationSignals, safetySignals } from '../status.ts'
import type { TellingScope } from '../telling.ts'
import { visitKinds, visitModalities } from '../visit.ts'
import { obstacleWords, signalWords, visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'

const say = inboxWords()
const sayVisit = visitWords()
const sayObstacle = obstacleWords()

export type FormProps = { seen: SeenPacket; view: View }

/** Why a form is closed: the same reasons its act would give. */
export function closedBecause(seen: SeenPacket, scope: TellingScope): Reason[] {
  const telling = seen.tellings.find((each) => each.scope === scope)
  if (telling === undefined) return []
  return obstaclesToTelling({ telling }).map((code) => ({ met: false, says: sayObstacle(code) }))
}

/** What was typed belongs to the form it was typed in: each form says its name in a field of its own. */
export const typedIn = (view: View, form: string): Pick<View, 'typed' | 'problem'> =>
  view.typed['_form'] === form ? view : { typed: {}, problem: undefined }

type SheetProps = { name: string; to: string; scope: TellingScope; seen: SeenPacket; view: View; heading: string; hint?: string; send: string; go?: boolean; danger?: boolean; children?: ComponentChildren }

/** One answer an agency can give: open when it came back with a problem, closed with its reasons when it cannot be given. */
export function Sheet({ name, to, scope, seen, view, heading, hint, send, go = false, danger = false, children }: SheetProps) {
  const reasons = closedBecause(seen, scope)
  const kind = go ? ({ kind: 'go' } as const) : danger ? ({ kind: 'danger' } as const) : {}
  const blocked = reasons.length > 0
  return (
    <details class="more" open={go || view.typed['_form'] === name}>
      <summary>{heading}</summary>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <Form to={`/inbox/${seen.referral.id}/${to}`} shell={view.shell} layout="flow" hidden={{ _form: name }}>
        {!blocked && children}
        <Act id={name} shell={view.shell} reasons={reasons} {...kind}>
          {send}
        </Act>
      </Form>
    </details>
  )
}

const options = (codes: readonly { code: string; says: string }[]) => codes.map(({ code, says }) => ({ value: code, label: says }))

export function AcceptForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'accept'), { clinicianId: seen.choices.clinicians[0]?.id })
  const clinicians = seen.choices.clinicians.map(({ id, name }) => ({ value: id, label: name }))
  const { value, ...chosen } = field('clinicianId')
  return (
    <Sheet name="accept" to="acceptance" scope="status_feedback" seen={seen} view={view} heading={say('accept')} hint={say('accept_hint')} send={say('accept')} go>
      <Choices {...chosen} legend={say('clinician')} options={[...clinicians, { value: '', label: say('somebody_else') }]} {...(value !== undefined && { chosen: value })} />
      <Field {...field('clinicianName')} label={say('clinician_name')} optional />
      <Field {...field('credential')} label={say('credential')} width="short" optional />
    </Sheet>
  )
}

const Suggestion = ({ seen, field }: { seen: SeenPacket; field: ReturnType<typeof kept> }) => (
  <Field
    {...field('suggestedPartnerId')}
    type="select"
    label={say('instead')}
    optional
    options={[{ value: '', label: say('instead_none') }, ...seen.choices.partners.map(({ id, name }) => ({ value: id, label: name }))]}
  />
)

export function DeclineForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'decline'))
  const { value, ...reason } = field('reason')
  return (
    <Sheet name="decline" to="decline" scope="status_feedback" seen={seen} view={view} heading={say('decline')} hint={say('decline_hint')} send={say('send_decline')}>
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.decline)} {...(value !== undefined && { chosen: value })} />
      <Suggestion seen={seen} field={field} />
    </Sheet>
  )
}

export function ReturnForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'return'))
  const { value, ...reason } = field('reason')
  return (
    <Sheet name="return" to="return" scope="status_feedback" seen={seen} view={view} heading={say('hand_back')} hint={say('hand_back_hint')} send={say('send_back')} danger>
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.decline)} {...(value !== undefined && { chosen: value })} />
      <Suggestion seen={seen} field={field} />
    </Sheet>
  )
}

export function StoppedForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'stopped'))
  const { value, ...reason } = field('reason')
  return (
    <Sheet name="stopped" to="disengagement" scope="status_feedback" seen={seen} view={view} heading={say('stopped_visits')} hint={say('stopped_hint')} send={say('send_stopped')}>
      <Choices {...reason} legend={say('main_reason')} options={options(seen.choices.nonConnection)} {...(value !== undefined && { chosen: value })} />
    </Sheet>
  )
}

export const visitOptions = visitKinds.map((kind) => ({ value: kind, label: sayVisit(kind) }))
export const modalityOptions = visitModalities.map((modality) => ({ value: modality, label: sayVisit(modality) }))

export function SafetyForm({ seen, view }: FormProps) {
  const { value, ...field } = kept(typedIn(view, 'safety'))('signal')
  const said = signalWords()
  return (
    <Sheet name="safety" to="signals" scope="safety_signals" seen={seen} view={view} heading={say('signal')} hint={say('signal_hint')} send={say('send_signal')}>
      <Choices {...field} legend={say('signal')} options={safetySignals.map((code) => ({ value: code, label: said(code) }))} {...(value !== undefined && { chosen: value })} />
    </Sheet>
  )
}

export function ParticipationForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'participation'))
  const { value, ...signal } = field('signal')
  const said = signalWords()
  return (
    <Sheet name="participation" to="participation" scope="participation" seen={seen} view={view} heading={say('participation')} send={say('send_participation')}>
      <Field {...field('visitOn')} type="date" width="short" label={say('day')} />
      <Choices {...signal} legend={say('participation')} inline options={participationSignals.map((code) => ({ value: code, label: said(code) }))} {...(value !== undefined && { chosen: value })} />
    </Sheet>
  )
}

const sayPacket = packetWords()

export function FurtherForm({ seen, view }: FormProps) {
  const field = kept(typedIn(view, 'further'))
  const { value, ...service } = field('serviceSought')
  return (
    <Sheet name="further" to="further-requests" scope="status_feedback" seen={seen} view={view} heading={say('further')} hint={say('further_hint')} send={say('send_further')}>
      <Choices {...service} legend={say('service')} options={furtherServices.map((kind) => ({ value: kind, label: sayPacket(`service.${kind}`) }))} {...(value !== undefined && { chosen: value })} />
      <Suggestion seen={seen} field={field} />
    </Sheet>
  )
}
