import { Choices, Field } from '#design/contract.ts'
import type { Deciding } from './deciding.ts'
import { RuleLines } from './rule-lines.tsx'
import { say } from './screen-words.ts'

const choose = { value: '', label: say('triage_choose') }

/** The exit criterion of the tier that is left: asked where a tier is on record. */
const Exit = ({ data: { offered }, field }: Deciding) => (
  <Field
    {...field('exitCriterion')}
    type="select"
    optional
    label={say('triage_exit')}
    hint={say('triage_exit_hint')}
    options={[choose, ...offered.exit.map(({ code, text }) => ({ value: code, label: text }))]}
  />
)

/** Which tier, apart from the path, and the criteria that say so [R012] [R027]. */
export const TierFields = ({ data, view, field }: Deciding) => {
  const { currentTier: now, tiers, rules } = data.offered
  const { value = now === null ? undefined : String(now), ...tier } = field('tier')
  const entries = tiers.flatMap(({ tier: to, entry }) =>
    entry.map(({ code, text }) => ({ value: code, label: `${to}: ${text}` })),
  )
  const options = tiers.map((each) => ({
    value: String(each.tier),
    label: each.name,
    hint: each.description,
    ...(rules.tier[each.tier].length > 0 && { reveal: <RuleLines rules={rules.tier[each.tier]} /> }),
  }))
  const hint = now === null ? say('triage_tier_none') : say('triage_tier_now', { tier: now })
  return (
    <>
      <Choices {...tier} legend={say('triage_tier')} hint={hint} options={options} chosen={value ?? []} />
      <Field
        {...field('entryCriterion')}
        type="select"
        label={say('triage_entry')}
        options={[choose, ...entries]}
      />
      {now !== null && <Exit data={data} view={view} field={field} />}
    </>
  )
}
