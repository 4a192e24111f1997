import type { ComponentChildren } from 'preact'
import type { NamePage } from '#platform/name-pages.ts'
import { Filter } from './filter.tsx'
import { NameField } from './name-field.tsx'
import { Pager } from './pager.tsx'
import { staffWords as say } from './words.ts'

type Part = Pick<NamePage, 'named' | 'found' | 'of' | 'page' | 'first' | 'next'>

const address = (to: string, asked: { named?: string | undefined; from?: string }) => {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return query.size === 0 ? to : `${to}?${query}`
}

const Find = ({ to, label, part: { named, found, of } }: { to: string; label: string; part: Part }) => (
  <>
    <Filter to={to}>
      <NameField name="named" label={label} typed={named} />
    </Filter>
    {named !== undefined && (
      <p>
        {say('found_of', { found, of })} <a href={to}>{say('show_all')}</a>
      </p>
    )}
  </>
)

type NamePagesProps = {
  to: string
  /** What is found by its name: "School". */
  label: string
  part: Part
  /** The rows of this page. */
  children: ComponentChildren
}

/** A long list page by page, and a field to find some of it by name. One that fits a page has neither. */
export const NamePages = ({ to, label, part, children }: NamePagesProps) => (
  <>
    {part.of > part.page.length && <Find to={to} label={label} part={part} />}
    {part.page.length > 0 && children}
    <Pager
      {...(!part.first && { previous: address(to, { named: part.named }) })}
      {...(part.next !== undefined && { next: address(to, { named: part.named, from: part.next }) })}
    />
  </>
)
