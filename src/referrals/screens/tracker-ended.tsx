import { ButtonLink, Empty, Table } from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import { attributionWords, endingWords } from '../closing-words.ts'
import type { Tracked } from '../look-tracker.ts'
import { Student } from './tracker-student.tsx'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()
const ending = endingWords()
const attribution = attributionWords()
type Row = Tracked['ended'][number]

/** How it ended, and what it is put down to where nobody came into care by it. */
function howOf({ ending: how, attributedTo }: Row): string {
  const ended = how !== null && ending.has(how) ? ending(how) : say('not_ended_so')
  if (attributedTo === null || attributedTo === how || !attribution.has(attributedTo)) return ended
  return `${ended}: ${attribution(attributedTo)}`
}

/** Referrals that have ended, one row each. */
export const EndedRows = ({ tracked: { ended, calendar, now } }: { tracked: Tracked }) => {
  const onDay = (at: Date) => <span class="nb">{dayWords(dayOf(calendar, at), dayOf(calendar, now))}</span>
  if (ended.length === 0)
    return (
      <Empty fact={say('no_ended')}>
        <ButtonLink href="/referrals">{say('show_all')}</ButtonLink>
      </Empty>
    )
  return (
    <Table
      caption={say('lead_ended')}
      rows={ended}
      columns={[
        { head: say('student'), cell: (row) => <Student row={row} /> },
        { head: say('ended_on'), cell: (row) => onDay(row.endedAt) },
        { head: say('how'), cell: (row) => howOf(row) },
        { head: say('partner'), cell: (row) => row.partnerName ?? say('no_partner') },
        { head: say('referred'), cell: (row) => onDay(row.referredAt) },
      ]}
    />
  )
}
