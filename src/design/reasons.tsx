import type { ComponentChildren } from 'preact'
import { MarkedList } from './marked-list.tsx'
import { sharedWords } from './words.ts'

/** One condition of an act: what it is, whether it is met, and where to go to meet it. */
export type Reason = { met: boolean; says: ComponentChildren; fix?: { href: string; label: string } }

type ReasonsProps = { reasons: readonly Reason[]; id?: string; columns?: boolean; lang?: string }

/**
 * Every condition of an act, in the order a person would clear them. Met ones stay, so that progress shows.
 */
export function Reasons({ reasons, id, columns = false, lang }: ReasonsProps) {
  const say = sharedWords(lang)
  const items = reasons.map(({ met, says, fix }) => ({
    s: met ? ('done' as const) : ('due' as const),
    text: (
      <>
        <span class="vh">{say(met ? 'in_place' : 'needed')} </span>
        {says}
        {fix && (
          <>
            {' '}
            <a href={fix.href}>{fix.label}</a>
          </>
        )}
      </>
    ),
  }))
  return <MarkedList items={items} as={columns ? 'columns' : 'list'} {...(id !== undefined && { id })} />
}
