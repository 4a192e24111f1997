import type { ComponentChildren } from 'preact'
import type { NamePage } from '#platform/name-pages.ts'
import { Filter } from './filter.tsx'
import { NameField } from './name-field.tsx'
import { Pager, type Turn } from './pager.tsx'
import type { Shell } from './shell.ts'
import { staffWords as say } from './words.ts'

type Part = Pick<NamePage, 'named' | 'found' | 'of' | 'page' | 'first' | 'next'>
type Found = { to: string; shell: Pick<Shell, 'form'>; part: Part }

/** Another page of the list. Of those that were found by a name it is asked for with the name in the body. */
function turnTo({ to, shell, part: { named } }: Found, from?: string): Turn {
  if (named !== undefined) return { to, shell, asked: { named, ...(from !== undefined && { from }) } }
  return from === undefined ? to : `${to}?${new URLSearchParams({ from })}`
}

const Find = ({ to, shell, label, part: { named, found, of } }: Found & { label: string }) => (
  <>
    <Filter to={to} typed={shell}>
      <NameField name="named" label={label} typed={named} />
    </Filter>
    {named !== undefined && (
      <p>
        {say('found_of', { found, of })} <a href={to}>{say('show_all')}</a>
      </p>
    )}
  </>
)

type NamePagesProps = Found & {
  /** What is found by its name: "School". */
  label: string
  /** The rows of this page. */
  children: ComponentChildren
}

/** A long list page by page, and a field to find some of it by name. One that fits a page has neither. */
export const NamePages = ({ label, children, ...list }: NamePagesProps) => {
  const { of, page, first, next } = list.part
  return (
    <>
      {of > page.length && <Find {...list} label={label} />}
      {page.length > 0 && children}
      <Pager
        {...(!first && { previous: turnTo(list) })}
        {...(next !== undefined && { next: turnTo(list, next) })}
      />
    </>
  )
}
