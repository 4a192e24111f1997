import { Field, type kept, Table } from '#design/contract.ts'
import { limitWords } from '../limit-words.ts'
import type { Bodies } from '../kinds.ts'
import { screenWords } from '../screen-words.ts'
import { needLevels, tierClocks, type TierLimit } from '../tier-limits.ts'
import { tiers } from '../tiers.ts'
import { standardsWords } from '../words.ts'
import { LimitFields, unitOptions } from './limit-fields.tsx'

const say = screenWords()
const said = standardsWords()

/** What a limit of a tier is for, in words: the step, the tier, and high need where it is for that alone. */
export const tierLimitFor = ({ clock, tier, need }: TierLimit): string =>
  say(need === 'any' ? 'of_tier' : 'of_tier_high_need', { clock: said(`clock_${clock}`), tier })

/** The limits that differ by tier and need level. */
export const TierLimits = ({ rows }: { rows: Bodies['time_standards']['byTier'] }) => (
  <section class="flow" aria-labelledby="tier-limits">
    <h2 id="tier-limits">{say('tier_limits')}</h2>
    {rows.length === 0 ? (
      <p>{say('tier_limits_none')}</p>
    ) : (
      <>
        <p>{say('tier_limits_lead')}</p>
        <Table
          caption={say('tier_limits')}
          rows={rows}
          columns={[
            { head: say('head_clock'), cell: ({ clock }) => said(`clock_${clock}`) },
            { head: say('head_tier'), cell: ({ tier }) => say('tier', { tier }) },
            { head: say('head_need'), cell: ({ need }) => say(`need_${need}`) },
            { head: say('head_limit'), cell: ({ limit }) => limitWords(limit) },
          ]}
        />
      </>
    )}
  </section>
)

const stepOptions = [
  { value: '', label: say('choose_step') },
  ...tierClocks.map((clock) => ({ value: clock, label: said(`clock_${clock}`) })),
]
const tierOptions = [
  { value: '', label: say('choose_tier') },
  ...tiers.map((tier) => ({ value: String(tier), label: say('tier', { tier }) })),
]
const needOptions = needLevels.map((need) => ({
  value: need === 'any' ? '' : need,
  label: say(`need_${need}`),
}))
const units = [{ value: '', label: say('choose_unit') }, ...unitOptions]

/** An empty limit for a tier: nothing is chosen in it, so that nothing is added by leaving it. */
export const TierLimitBlank = ({ at, field }: { at: string; field: ReturnType<typeof kept> }) => (
  <>
    <Field {...field(`${at}.step`)} type="select" options={stepOptions} label={say('head_clock')} />
    <Field {...field(`${at}.tier`)} type="select" options={tierOptions} label={say('head_tier')} />
    <Field {...field(`${at}.need`)} type="select" options={needOptions} label={say('head_need')} />
    <LimitFields at={`${at}.limit`} legend={say('head_limit')} field={field} options={units} />
  </>
)
