import { MarkedList } from '#design/contract.ts'
import type { Consent } from '../consent.ts'
import { type Element, elementsIn, isSpoken, type Law } from '../law.ts'
import { elementWords, holdingWords, lawWords } from '../law-words.ts'
import { numberOf } from '../wordings.ts'

const say = holdingWords()
const law = lawWords()
const named = elementWords()

/** What the laws of every yes on a record ask for, each element once: missing where one question lacks it. */
function heldBy(consent: Consent): Map<Law, { element: Element; there: boolean }[]> {
  const held = new Map<Element, boolean>()
  for (const { scope } of consent.answers.filter(({ answer }) => answer))
    for (const { element, there } of elementsIn(consent, scope))
      held.set(element, there && (held.get(element) ?? true))
  const all = [...held].map(([element, there]) => ({ element, there }))
  return Map.groupBy(all, ({ element }) => element.split('.')[0] as Law)
}

/** What a release holds and what it lacks, by law and by name [R127]. */
export function Elements({ consent }: { consent: Consent }) {
  const held = heldBy(consent)
  if (held.size === 0) return null
  const missing = [...held.values()].flat().filter(({ there }) => !there)
  const summary =
    missing.length === 0 ? say('summary_whole') : say('summary_missing', { count: missing.length })
  return (
    <details class="more" {...(missing.length > 0 && { open: true })}>
      <summary>{summary}</summary>
      {isSpoken(consent) && <p>{say('spoken')}</p>}
      {[...held].map(([of, elements]) => (
        <>
          <p>
            <b>{law(of)}</b>
          </p>
          <MarkedList
            items={elements.map(({ element, there }) => ({
              s: there ? ('done' as const) : ('late' as const),
              text: say(there ? 'there' : 'missing', { element: named(element) }),
            }))}
          />
        </>
      ))}
      <p>
        <a href={`/consents/wordings?number=${numberOf(consent.wordingVersion)}`}>
          {say('asked_in', { version: consent.wordingVersion })}
        </a>
      </p>
      <p class="quiet">{say('no_advice')}</p>
    </details>
  )
}
