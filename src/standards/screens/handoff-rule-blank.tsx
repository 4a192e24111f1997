import { Field, type kept } from '#design/contract.ts'
import { ruleChanges } from '../handoff-rules.ts'
import { changeCode } from '../new-rows.ts'
import { screenWords } from '../screen-words.ts'
import { changeWords } from './change-words.ts'
import { LimitFields, unitOptions } from './limit-fields.tsx'

const say = screenWords()

const changeOptions = [
  { value: '', label: say('choose_change') },
  ...ruleChanges.map((when) => ({ value: changeCode(when), label: changeWords({ when }) })),
]
const ownUnits = [{ value: '', label: say('unit_none') }, ...unitOptions]

/** An empty rule of who calls whom: nothing is chosen in it, so that nothing is added by leaving it. */
export const HandoffRuleBlank = ({ at, field }: { at: string; field: ReturnType<typeof kept> }) => (
  <>
    <Field
      {...field(`${at}.change`)}
      type="select"
      options={changeOptions}
      label={say('head_change')}
      hint={say('change_hint')}
    />
    <Field {...field(`${at}.caller`)} label={say('head_caller')} maxlength={120} />
    <Field {...field(`${at}.callee`)} label={say('head_callee')} maxlength={120} />
    <LimitFields
      at={`${at}.within`}
      legend={say('head_within')}
      hint={say('amount_hint')}
      field={field}
      options={ownUnits}
    />
    <Field {...field(`${at}.tool`)} label={say('head_tool')} maxlength={160} />
  </>
)
