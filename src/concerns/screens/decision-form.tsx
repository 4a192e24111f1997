import type { View } from '#access/screen.ts'
import { Button, Field, Form, kept, Tag } from '#design/contract.ts'
import type { Screening } from '../concern.ts'
import type { TriageData } from '../triage-page.ts'
import { type Deciding, people } from './deciding.ts'
import { reasonsSaid } from './decision-errors.ts'
import { PathFields } from './path-fields.tsx'
import { say } from './screen-words.ts'
import { TierFields } from './tier-fields.tsx'

const Override = ({ data: { offered }, field }: Deciding) => (
  <fieldset class="flow unusual">
    <legend>{say('triage_override')}</legend>
    <Field
      {...field('overrideReason')}
      type="textarea"
      rows={2}
      optional
      label={say('triage_override_reason')}
      hint={say('triage_override_hint')}
    />
    <Field
      {...field('reviewerId')}
      type="select"
      optional
      label={say('triage_reviewer')}
      options={people(offered.reviewers, say('triage_none'))}
    />
  </fieldset>
)

const MustNot = ({ data: { offered } }: { data: TriageData }) => (
  <details class="more">
    <summary>{say('triage_must_not')}</summary>
    <ul>
      {offered.mustNot.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
    {offered.tiersSample && <Tag kind="sample">{say('sample')}</Tag>}
  </details>
)

/** What was typed into this form, and not into the checklist that stands on the same page. */
const ownTyping = ({ typed }: View) => ('screeningId' in typed ? typed : {})

type FormPart = { data: TriageData; screening: Screening; view: View }

/** The second step of triage: exactly one path, its tier and reason, and everything a departure needs. */
export const DecisionForm = ({ data, screening, view }: FormPart) => {
  const { startsOn, reviewOn, plannedEndOn, navigatorId, ownerId } = data.offered.proposed
  const proposed = {
    'support.startsOn': startsOn,
    'support.reviewOn': reviewOn,
    'support.plannedEndOn': plannedEndOn,
    'support.ownerId': ownerId,
    navigatorId,
  }
  const field = kept({ typed: ownTyping(view), problem: { because: reasonsSaid(data, view) } }, proposed)
  const part = { data, view, field }
  const reasons = data.offered.reasons.map(({ code, label }) => ({ value: code, label }))
  const to = `/concerns/${data.concern.id}/decision`
  return (
    <Form to={to} shell={view.shell} hidden={{ screeningId: screening.id }} layout="flow read">
      <PathFields {...part} screening={screening} />
      <TierFields {...part} />
      <Field
        {...field('reasonCategory')}
        type="select"
        label={say('triage_reason')}
        options={[{ value: '', label: say('triage_choose') }, ...reasons]}
      />
      <Override {...part} />
      <MustNot data={data} />
      <p>
        <Button kind="go">{say('triage_decide')}</Button>
      </p>
    </Form>
  )
}
