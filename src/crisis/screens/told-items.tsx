import { Choices, inPart, keptAll } from '#design/contract.ts'
import { itemWords, toldItems } from '#exceptions/contract.ts'
import type { Entry } from '../entry.ts'
import { usuallyTold } from '../outside.ts'
import { type Part, say } from './step-parts.tsx'

const item = itemWords()

type Asked = Pick<Part, 'view'> & {
  /** Which form of the page it stands in. */
  part: string
  entry: Pick<Entry, 'kind' | 'what'>
}

/**
 * What somebody outside the school is told, as it usually is: one press says it, and whoever told something
 * else unfolds it. Nothing ticked is nothing told that says who the student is.
 */
export const ToldItems = ({ view, part, entry }: Asked) => {
  const usual = usuallyTold(entry)
  const chosen = keptAll(inPart(view, part), 'items', usual)
  return (
    <details class="more">
      <summary>{say('told_usual', { items: usual.map((code) => item(code)).join('; ') })}</summary>
      <input type="hidden" name="itemsAsked" value="yes" />
      <Choices
        name="items"
        id={`items-${part}`}
        many
        legend={say('told_legend')}
        hint={say('told_hint')}
        chosen={chosen}
        options={toldItems.map((code) => ({ value: code, label: item(code) }))}
      />
    </details>
  )
}
