import { Mark } from '#design/contract.ts'
import type { RuleShown } from '../triage-page.ts'
import { say } from './screen-words.ts'

/** Who calls whom, within what, with which tool: shown where it applies [R023]. */
export const RuleLines = ({ rules }: { rules: readonly RuleShown[] }) => (
  <>
    {rules.map(({ caller, callee, within, tool, due }) => (
      <p class="hint">
        <Mark s="due" />{' '}
        {say('triage_rule', { caller, callee, within, tool, due: `${due.headline}, ${due.detail}` })}
      </p>
    ))}
  </>
)
