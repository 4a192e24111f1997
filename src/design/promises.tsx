import type { ComponentChildren } from 'preact'
import { Mark } from './mark.tsx'

/** The spine down a page of promises. Above "now" is past, below it is owed. */
export const Promises = ({ children }: { children: ComponentChildren }) => (
  <div class="promises">{children}</div>
)

type GroupProps = {
  id: string
  heading: ComponentChildren
  /** Clock, words, line and act side by side where there is room. */
  wide?: boolean
  /** `PromiseRow`s, oldest promise first. */
  children: ComponentChildren
  /** Where the others are, when these are the first of many. */
  more?: { href: string; label: string } | undefined
}

/** Promises under one heading, such as "Late (2)". */
export const PromiseGroup = ({ id, heading, wide = false, children, more }: GroupProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    <ol class={wide ? 'owed line wide-rows' : 'owed line'}>{children}</ol>
    {more !== undefined && (
      <p class="rest">
        <a href={more.href}>{more.label}</a>
      </p>
    )}
  </section>
)

/** The moment the page was made, across the spine. */
export const NowBar = ({ children }: { children: ComponentChildren }) => (
  <p class="now-bar">
    <Mark s="now" />
    <b>{children}</b>
  </p>
)

/** The part of the spine that is still ahead: dashed. */
export const Ahead = ({ children }: { children: ComponentChildren }) => <div class="ahead">{children}</div>
