import type { ComponentChildren } from 'preact'
import { staffWords } from './words.ts'

/** The sign: one line, and where we are on it. */
const Sign = () => (
  <svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true">
    <path d="M0 8H40" />
    <circle cx="26" cy="8" r="5.25" />
  </svg>
)

/** The sign and a name, the product's unless told; a link home where there is a home to go to. */
export function Brand({
  href,
  children = staffWords('product'),
}: {
  href?: string
  children?: ComponentChildren
}) {
  const inside = (
    <>
      <Sign />
      <span>{children}</span>
    </>
  )
  return href === undefined ? (
    <span class="brand">{inside}</span>
  ) : (
    <a class="brand" href={href}>
      {inside}
    </a>
  )
}

/** On every staff page, in solid red, which nothing else is. */
export const CrisisLink = () => (
  <a class="crisis" href="/crisis">
    {staffWords('crisis')}
  </a>
)
