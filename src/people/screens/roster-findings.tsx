import { Table } from '#design/contract.ts'
import type { RosterSummary } from '../roster-changes.ts'
import { groupRefused } from '../roster-report.ts'
import { rosterScreenWords } from '../roster-screen-words.ts'
import { noticeWords, reasonWords } from '../roster/words.ts'
import type { RosterData } from '../look-rosters.ts'

const say = rosterScreenWords()
const reason = reasonWords()
const notice = noticeWords()

/** New students who may be known already, for somebody to look at [R372]. */
export const ReviewSection = ({ review, total }: { review: RosterData['review']; total: number }) =>
  review.length === 0 ? null : (
    <section class="flow" aria-labelledby="review">
      <h2 id="review">{say('review')}</h2>
      <p>{say('review_lead')}</p>
      <Table
        caption={say('review_caption', { listed: review.length, total })}
        rows={review}
        columns={[
          { head: say('head_new'), cell: ({ sourceId }) => sourceId },
          {
            head: say('head_known'),
            cell: ({ student }) => (
              <a href={`/students/${student.id}/details`}>
                {say('known_text', {
                  name: student.name,
                  born: student.bornOn ?? say('unknown'),
                  school: student.schoolName ?? say('unknown'),
                })}
              </a>
            ),
          },
        ]}
      />
    </section>
  )

/**
 * Rows that were left out and why, and what was seen and left alone: by file and line, never what stood
 * there.
 */
export const FindingsSection = ({ summary: { refused, noticed } }: { summary: RosterSummary }) => (
  <>
    {refused.total > 0 && (
      <section class="flow" aria-labelledby="refused">
        <h2 id="refused">{say('refused_rows')}</h2>
        <Table
          caption={say('refused_caption', { listed: refused.listed.length, total: refused.total })}
          rows={groupRefused(refused.listed)}
          columns={[
            { head: say('head_file'), cell: ({ file }) => file },
            { head: say('head_column'), cell: ({ column }) => column ?? say('whole_row') },
            { head: say('head_reason'), cell: (row) => reason(row.reason) },
            { head: say('head_lines'), cell: ({ lines }) => lines.join(', ') },
          ]}
        />
      </section>
    )}
    {noticed.total > 0 && (
      <details class="more">
        <summary>{say('noticed')}</summary>
        <Table
          caption={say('noticed_caption', { listed: noticed.listed.length, total: noticed.total })}
          rows={noticed.listed}
          columns={[
            { head: say('head_file'), cell: ({ file }) => file },
            { head: say('head_line'), cell: ({ line }) => line ?? say('whole_file') },
            {
              head: say('head_column'),
              cell: ({ name, line }) => name ?? say(line === undefined ? 'whole_file' : 'whole_row'),
            },
            { head: say('head_reason'), cell: (row) => notice(row.code) },
          ]}
        />
      </details>
    )}
  </>
)
