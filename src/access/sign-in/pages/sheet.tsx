import type { ComponentChildren } from 'preact'
import { ErrorSummary, PlainPage } from '#design/contract.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'

type SheetProps = {
  view: View
  /** Says whom to call: on every page that stands between a person and what they came for. */
  danger?: boolean
  children: ComponentChildren
}

/** One narrow column: what needs a look, then the page. */
export const Sheet = ({ view, danger = false, children }: SheetProps) => (
  <PlainPage shell={view.shell}>
    <div class="flow read">
      <ErrorSummary errors={view.problem?.because ?? []} lang={view.language} />
      {children}
      {danger && <p class="quiet">{doorWords(view.language)('danger')}</p>}
    </div>
  </PlainPage>
)
