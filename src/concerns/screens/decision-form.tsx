import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept, Mark, Tag } from '#design/contract.ts'
import { type Path, standardsWords } from '#standards/contract.ts'
import type { Screening } from '../concern.ts'
import type { StaffLine } from '../staff-store.ts'
import type { RuleShown } from '../triage-page.ts'
import { say } from './screen-words.ts'
import type { TriageData } from './triage-page.tsx'

const says = standardsWords()

export type DecidingPart = { data: TriageData; view: View; field: ReturnType<typeof kept> }

/** Who calls whom, within what, with which tool: shown where it applies [R023]. */
export const Rules = ({ rules }: { rules: readonly RuleShown[] }) => (
  <>
    {rules.map(({ caller, callee, within, tool, due }) => (
      <p class="hint">
        <Mark s="due" /> {say('triage_rule', { caller, callee, within, tool, due: due.detail })}
      </p>
    ))}
  </>
)

export const people = (staff: readonly StaffLine[], empty: string) => [
  { value: '', label: empty },
  ...staff.map(({ id, name }) => ({ value: id, label: name })),
]

const SupportFields = ({ data: { offered }, field }: DecidingPart) => (
  <>
    <Field {...field('support.focus')} label={say('triage_focus')} />
    <Field {...field('support.ownerId')} type="select" label={say('triage_owner')} options={people(offered.owners, say('triage_choose'))} />
    <div class="pairs auto">
      <Field {...field('support.startsOn')} type="date" width="short" label={say('triage_starts')} />
      <Field {...field('support.reviewOn')} type="date" width="short" label={say('triage_review')} />
      <Field {...field('support.plannedEndOn')} type="date" width="short" label={say('triage_ends')} />
    </div>
    <Field
      {...field('clinicianId')}
      type="select"
      optional
      label={say('triage_clinician')}
      hint={say('triage_clinician_hint')}
      options={people(offered.clinicians, say('triage_none'))}
    />
    <Rules rules={offered.rules.path.a} />
  </>
)

const NavigatorField = ({ data: { offered }, field }: DecidingPart) => (
  <>
    <Field
      {...field('navigatorId')}
      type="select"
      label={say('triage_navigator')}
      hint={say('triage_navigator_hint')}
      options={people(offered.navigators, say('triage_choose'))}
    />
    <Rules rules={offered.rules.path.b} />
  </>
)

const CrisisNote = ({ data: { offered } }: DecidingPart) => (
  <>
    <p>{say('triage_crisis_hint')}</p>
    <Rules rules={offered.rules.path.c} />
  </>
)

const reveals: Record<Path, (part: DecidingPart) => preact.JSX.Element> = {
  a: SupportFields,
  b: NavigatorField,
  c: CrisisNote,
}

const Paths = ({ screening, ...part }: DecidingPart & { screening: Screening }) => {
  const { value = screening.indicated, ...path } = part.field('path')
  const options = (['a', 'b', 'c'] as const).map((each) => ({
    value: each,
    label: says(`path_${each}`),
    ...(each === screening.indicated && { hint: say('triage_indicated') }),
    reveal: reveals[each](part),
  }))
  return <Choices {...path} legend={say('triage_path')} hint={say('triage_path_hint')} options={options} chosen={value} />
}

const TierFields = ({ data: { offered }, field }: DecidingPart) => {
  const now = offered.currentTier
  const { value = now === null ? undefined : String(now), ...tier } = field('tier')
  const entries = offered.tiers.flatMap(({ tier: to, entry }) =>
    entry.map(({ code, text }) => ({ value: code, label: `${to}: ${text}` })),
  )
  const options = offered.tiers.map((each) => ({ value: String(each.tier), label: each.name, hint: each.description }))
  return (
    <>
      <Choices
        {...tier}
        legend={say('triage_tier')}
        hint={now === null ? say('triage_tier_none') : say('triage_tier_now', { tier: now })}
        options={options}
        chosen={value ?? []}
      />
      <Field {...field('entryCriterion')} type="select" label={say('triage_entry')} options={[{ value: '', label: say('triage_choose') }, ...entries]} />
      {now !== null && (
        <Field
          {...field('exitCriterion')}
          type="select"
          optional
          label={say('triage_exit')}
          hint={say('triage_exit_hint')}
          options={[{ value: '', label: say('triage_choose') }, ...offered.exit.map(({ code, text }) => ({ value: code, label: text }))]}
        />
      )}
      {Object.values(offered.rules.tier).map((rules) => (
        <Rules rules={rules} />
      ))}
    </>
  )
}

const Override = ({ data: { offered }, field }: DecidingPart) => (
  <fieldset class="flow">
    <legend>{say('triage_override')}</legend>
    <Field
      {...field('overrideReason')}
      type="textarea"
      rows={2}
      optional
      label={say('triage_override_reason')}
      hint={say('triage_override_hint')}
    />
    <Field {...field('reviewerId')} type="select" optional label={say('triage_reviewer')} options={people(offered.reviewers, say('triage_none'))} />
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

/** The second step of triage: exactly one path, with what it needs beside it, and everything a departure needs below. */
export const DecisionForm = ({ data, screening, view }: { data: TriageData; screening: Screening; view: View }) => {
  const { startsOn, reviewOn, plannedEndOn } = data.offered.proposed
  const field = kept(view, {
    'support.startsOn': startsOn,
    'support.reviewOn': reviewOn,
    'support.plannedEndOn': plannedEndOn,
  })
  const part = { data, view, field }
  const reasons = data.offered.reasons.map(({ code, label }) => ({ value: code, label }))
  return (
    <Form to={`/concerns/${data.concern.id}/decision`} shell={view.shell} hidden={{ screeningId: screening.id }} layout="flow read">
      <Paths {...part} screening={screening} />
      <TierFields {...part} />
      <Field {...field('reasonCategory')} type="select" label={say('triage_reason')} options={[{ value: '', label: say('triage_choose') }, ...reasons]} />
      <Override {...part} />
      <MustNot data={data} />
      <p>
        <Button kind="go">{say('triage_decide')}</Button>
      </p>
    </Form>
  )
}
