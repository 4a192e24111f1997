import { Button, Form, Late, PromiseRow, type Shell, Tag } from '#design/contract.ts'
import { dayOf, timeOf } from '#district/contract.ts'
import { clockWords, dayWords, lateness } from '#standards/contract.ts'
import type { SeenEntry } from '../inbox.ts'
import type { SeenInbox } from '../look-inbox.ts'
import { visitWords } from '../words.ts'
import { inboxWords } from './inbox-words.ts'

const say = inboxWords()
const sayVisit = visitWords()

export type RowProps = { row: SeenEntry; seen: SeenInbox; shell: Shell }

const when = ({ calendar, now }: SeenInbox, at: Date) =>
  `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`

function Due({ seen, at }: { seen: SeenInbox; at: Date }) {
  const { headline, detail } = clockWords(seen.calendar, { dueAt: at, now: seen.now })
  const stands = lateness(seen.calendar, at, seen.now).kind
  const words = stands === 'due' ? headline : `${headline}, ${detail}`
  return stands === 'late' ? <Late>{words}</Late> : <>{words}</>
}

const markOf = (seen: SeenInbox, at: Date | null) =>
  at !== null && lateness(seen.calendar, at, seen.now).kind === 'late' ? 'late' : 'due'

const Answers = ({
  to,
  shell,
  name,
  yes,
  no,
}: {
  to: string
  shell: Shell
  name: string
  yes: [string, string]
  no: [string, string]
}) => (
  <Form to={to} shell={shell} layout="row">
    <Button name={name} value={yes[0]}>
      {yes[1]}
    </Button>
    <Button name={name} value={no[0]}>
      {no[1]}
    </Button>
  </Form>
)

const Unshared = () => <small>{say('not_shared')}</small>

const who = (row: SeenEntry) => <bdi>{row.name}</bdi>
const tags = (row: SeenEntry) => (row.highNeed ? <Tag kind="high">{say('high_need')}</Tag> : undefined)

/** Did they come? Yes or no, once the visit has begun. */
export const Came = ({ row, seen, shell }: RowProps) => {
  if (row.askedVisitId === null || row.askedKind === null || row.askedAt === null) return null
  const to = `/inbox/${row.id}/visits/${row.askedVisitId}/result`
  return (
    <PromiseRow
      s={markOf(seen, row.askedAt)}
      who={who(row)}
      href={`/inbox/${row.id}`}
      tags={tags(row)}
      what={say('visit_at', { kind: sayVisit(row.askedKind), when: when(seen, row.askedAt) })}
      detail={<Due seen={seen} at={row.askedAt} />}
      act={
        row.shares ? (
          <Answers
            to={to}
            shell={shell}
            name="result"
            yes={['attended', say('did_come')]}
            no={['no_show', say('did_not_come')]}
          />
        ) : (
          <Unshared />
        )
      }
    />
  )
}

/** A referral that arrived. */
export const New = ({ row, seen }: RowProps) => (
  <PromiseRow
    s={markOf(seen, row.dueAt)}
    who={who(row)}
    href={`/inbox/${row.id}`}
    tags={tags(row)}
    what={
      row.school === ''
        ? say('not_readable')
        : row.reason === ''
          ? say('new_school', { school: row.school })
          : say('new_what', { reason: row.reason, school: row.school })
    }
    detail={row.dueAt === null ? <Unshared /> : <Due seen={seen} at={row.dueAt} />}
  />
)

/** Still being seen? Yes or no. */
export const Month = ({ row, seen, shell }: RowProps) => (
  <PromiseRow
    s={markOf(seen, row.monthDueAt)}
    who={who(row)}
    href={`/inbox/${row.id}`}
    what={
      row.firstSeenAt === null
        ? ''
        : say('started', {
            day: dayWords(dayOf(seen.calendar, row.firstSeenAt), dayOf(seen.calendar, seen.now)),
          })
    }
    detail={row.monthDueAt !== null && <Due seen={seen} at={row.monthDueAt} />}
    act={
      row.shares ? (
        <Answers
          to={`/inbox/${row.id}/engagement`}
          shell={shell}
          name="engaged"
          yes={['yes', say('yes')]}
          no={['no', say('no')]}
        />
      ) : (
        <Unshared />
      )
    }
  />
)

/** A referral nothing is asked about now. */
export const Other = ({ row, seen }: RowProps) => (
  <PromiseRow
    s="next"
    who={who(row)}
    href={`/inbox/${row.id}`}
    tags={tags(row)}
    what={
      row.nextVisitAt === null ? say('no_visit') : say('next_visit', { when: when(seen, row.nextVisitAt) })
    }
  />
)

const ReadBy = ({ seen, at }: { seen: SeenInbox; at: Date }) => {
  const words = say('read_by', { when: when(seen, at) })
  return lateness(seen.calendar, at, seen.now).kind === 'late' ? <Late>{words}</Late> : <>{words}</>
}

/** Sharing stopped: initials, when, and that it was read. */
export const Stopped = ({
  stop,
  seen,
  shell,
}: {
  stop: SeenInbox['stops'][number]
  seen: SeenInbox
  shell: Shell
}) => (
  <PromiseRow
    s="end"
    who={stop.initials}
    what={say(`stop_${stop.because}`, { when: when(seen, stop.madeAt) })}
    detail={<ReadBy seen={seen} at={stop.dueAt} />}
    act={
      <Form to={`/inbox/${stop.referralId}/stop`} shell={shell}>
        <Button>{say('have_read')}</Button>
      </Form>
    }
  />
)
