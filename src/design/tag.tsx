import type { ComponentChildren } from 'preact'

/** A fact about the thing beside it. `high` is High need; `sample` marks wording that nobody has approved. */
export const Tag = ({ kind, children }: { kind?: 'high' | 'sample'; children: ComponentChildren }) => (
  <span class={kind ? `tag ${kind}` : 'tag'}>{children}</span>
)
