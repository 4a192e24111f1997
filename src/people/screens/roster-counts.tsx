import { MarkedList, Table } from '#design/contract.ts'
import type { RosterSummary } from '../roster-changes.ts'
import { countRows, countText, notesOf } from '../roster-report.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'

const say = rosterScreenWords()

/** What a roster changes, kind by kind, and what it leaves alone. */
export const RosterCountsSection = ({ summary, applied }: { summary: RosterSummary; applied: boolean }) => (
  <section class="flow" aria-labelledby="counts">
    <h2 id="counts">{say(applied ? 'did_change' : 'would_change')}</h2>
    <Table
      caption={say('counts_caption')}
      rows={countRows(summary)}
      narrow="pairs"
      columns={[
        { head: say('head_kind'), cell: ({ kind }) => kind },
        { head: say('head_added'), cell: ({ added }) => countText(added), num: true },
        { head: say('head_changed'), cell: ({ changed }) => countText(changed), num: true },
        { head: say('head_left'), cell: ({ left }) => countText(left), num: true },
      ]}
    />
    <MarkedList items={notesOf(summary)} />
  </section>
)
