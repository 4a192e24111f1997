import type { VNode } from 'preact'
import { Choices, Field } from '#design/contract.ts'
import { type Path, standardsWords } from '#standards/contract.ts'
import type { Screening } from '../concern.ts'
import { type Deciding, people } from './deciding.ts'
import { KnownReferrals } from './repeat-referrals.tsx'
import { RuleLines } from './rule-lines.tsx'
import { say } from './screen-words.ts'

const says = standardsWords()

const SupportFields = ({ data: { offered }, field }: Deciding) => (
  <>
    <Field {...field('support.focus')} label={say('triage_focus')} />
    <Field
      {...field('support.ownerId')}
      type="select"
      label={say('triage_owner')}
      options={people(offered.owners, say('triage_choose'))}
    />
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
    <RuleLines rules={offered.rules.path.a} />
  </>
)

const NavigatorField = ({ data, view, field }: Deciding) => (
  <>
    <KnownReferrals data={data} view={view} />
    <Field
      {...field('navigatorId')}
      type="select"
      label={say('triage_navigator')}
      hint={say('triage_navigator_hint')}
      options={people(data.offered.navigators, say('triage_choose'))}
    />
    <RuleLines rules={data.offered.rules.path.b} />
  </>
)

const CrisisNote = ({ data: { offered } }: Deciding) => (
  <>
    <p>{say('triage_crisis_hint')}</p>
    <RuleLines rules={offered.rules.path.c} />
  </>
)

const reveals: Record<Path, (part: Deciding) => VNode> = {
  a: SupportFields,
  b: NavigatorField,
  c: CrisisNote,
}

/** Exactly one of three, each with what it needs beside it. */
export const PathFields = ({ screening, ...part }: Deciding & { screening: Screening }) => {
  const { value = screening.indicated, ...path } = part.field('path')
  const options = (['a', 'b', 'c'] as const).map((each) => ({
    value: each,
    label: says(`path_${each}`),
    ...(each === screening.indicated && { hint: say('triage_indicated'), usual: true }),
    reveal: reveals[each](part),
  }))
  return (
    <Choices
      {...path}
      legend={say('triage_path')}
      hint={say('triage_path_hint')}
      options={options}
      chosen={value}
    />
  )
}
