import type { ComponentChildren } from 'preact'

type PageHeadProps = {
  title: ComponentChildren
  /** The way back up: one link. */
  crumb?: { href: string; label: ComponentChildren }
  /** Said before the title, small. */
  above?: ComponentChildren
  /** Under the title. */
  children?: ComponentChildren
  /** Beside it where there is room. */
  aside?: ComponentChildren
}

/** The start of a page: where one comes from, what this is, and beside it what to do next. */
export const PageHead = ({ title, crumb, above, children, aside }: PageHeadProps) => (
  <>
    {crumb && (
      <p class="crumb">
        <a href={crumb.href}>{crumb.label}</a>
      </p>
    )}
    <div class="page-head">
      <div>
        {above !== undefined && <p class="quiet">{above}</p>}
        <h1>{title}</h1>
        {children}
      </div>
      {aside}
    </div>
  </>
)
