import { Mark } from '#design/contract.ts'
import type { RuleShown } from '../triage-page.ts'
import { say } from './screen-words.ts'

const small = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** Who calls whom, within what, with which tool: shown where it applies [R023]. */
export const RuleLines = ({ rules }: { rules: readonly RuleShown[] }) => (
  <>
    {rules.map(({ caller, callee, within, tool, due }) => (
      <p class="hint">
        <Mark s="due" />{' '}
        {say('triage_rule', {
          caller,
          callee: small(callee),
          within,
          tool: small(tool),
          due: due.detail,
        })}
      </p>
    ))}
  </>
)
