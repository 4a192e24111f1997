import type { ComponentChildren } from 'preact'

type PartProps = { id: string; name: string; hint?: string; children: ComponentChildren }

/** One row of the sheet: what it is, and what it looks like. */
export const Part = ({ id, name, hint, children }: PartProps) => (
  <section class="demo" aria-labelledby={id}>
    <div>
      <h2 id={id}>{name}</h2>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
    <div class="flow">{children}</div>
  </section>
)
