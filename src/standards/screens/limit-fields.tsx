import { Field, type kept } from '#design/contract.ts'
import type { ComponentChildren } from 'preact'
import { limitUnits } from '../limits.ts'
import { screenWords } from '../screen-words.ts'
import { Tick } from './tick.tsx'

const say = screenWords()

export const unitOptions = limitUnits.map((unit) => ({ value: unit, label: say(`unit_${unit}`) }))

type LimitProps = {
  /** Where the limit is named in the form. */
  at: string
  legend: ComponentChildren
  hint?: ComponentChildren
  field: ReturnType<typeof kept>
  options?: readonly { value: string; label: string }[]
}

/** How long something may take. What the chosen unit has not is hidden where that works, and not read. */
export const LimitFields = ({ at, legend, hint, field, options = unitOptions }: LimitProps) => (
  <fieldset class="limit">
    <legend>{legend}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    <div class="row">
      <div class="in-number">
        <Field {...field(`${at}.amount`)} type="number" min="0" label={say('edit_amount')} />
      </div>
      <div>
        <Field {...field(`${at}.unit`)} type="select" options={options} label={say('edit_unit')} />
      </div>
      <div class="in-day">
        <Field {...field(`${at}.cutOff`)} type="time" label={say('edit_cut_off')} optional />
      </div>
    </div>
    <div class="in-days">
      <Tick given={field(`${at}.skipHolidays`)} label={say('edit_skip_holidays')} />
    </div>
  </fieldset>
)
