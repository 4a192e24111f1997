import { calendarDayWords, momentWords } from '#consent/contract.ts'
import type { SeenEntry } from '../entry-store.ts'
import type { SeenOne } from '../look-escalation.ts'
import { acceptanceWords, decisionWords, escalationWords } from '../screen-words.ts'

const say = escalationWords()
const acceptance = acceptanceWords()
const decision = decisionWords()

/** Whether whoever was to be talked with was reached. */
function reachedWords({ reached, spokeWith }: SeenEntry) {
  if (spokeWith === 'student') return reached === true ? 'student_talked' : 'student_not_talked'
  return reached === true ? 'reached' : 'not_reached'
}

/** What one entry says, sentence by sentence. */
function sentencesOf(entry: SeenEntry, data: SeenOne): string[] {
  const words = entry.words ?? ''
  const again = entry.againOn === null ? [] : [say('again', { day: calendarDayWords(entry.againOn, data) })]
  const own = words === '' ? [] : [words]
  switch (entry.kind) {
    case 'asked':
      return [say('asked', { words })]
    case 'plan':
      return [say('plan', { words }), ...again]
    case 'family': {
      const barriers = (entry.barriers ?? []).map((code) => data.barrierWords.get(code) ?? code)
      return [
        say(reachedWords(entry)),
        ...(barriers.length > 0 ? [say('in_the_way', { barriers: barriers.join(', ') })] : []),
        ...own,
      ]
    }
    case 'capacity':
      return [
        ...(entry.acceptance === null ? [] : [`${acceptance(entry.acceptance)}.`]),
        ...(entry.nextOpeningOn === null
          ? []
          : [say('opening_on', { day: calendarDayWords(entry.nextOpeningOn, data) })]),
        ...own,
      ]
    case 'decision':
      return [
        ...(entry.decision === null ? [] : [say('decided', { decision: decision(entry.decision) })]),
        ...own,
        ...again,
      ]
  }
}

/** The page of what a decision opened. */
const openedAt = ({ openedType, openedId }: SeenEntry) =>
  openedType === 'referral' ? `/referrals/${openedId}` : `/supports/${openedId}`

const Line = ({ entry, data }: { entry: SeenEntry; data: SeenOne }) => (
  <li>
    {sentencesOf(entry, data).map((sentence) => (
      <span>{sentence} </span>
    ))}
    {entry.openedId !== null && data.opensCare && (
      <a href={openedAt(entry)}>{say(entry.openedType === 'referral' ? 'open_referral' : 'open_support')}</a>
    )}
    <br />
    <small>{say('entry_by', { name: entry.writtenByName, at: momentWords(entry.writtenAt, data) })}</small>
  </li>
)

/** What was found out and decided, the first first. */
export const Entries = ({ data }: { data: SeenOne }) =>
  data.entries.length === 0 ? (
    <p class="quiet">{say('nothing_written')}</p>
  ) : (
    <ol class="plain flow">
      {data.entries.map((entry) => (
        <Line entry={entry} data={data} />
      ))}
    </ol>
  )
