import { Button, Form, MarkedList, type Shell } from '#design/contract.ts'
import { timeOf } from '#district/contract.ts'
import { stepAt, stepWords } from '#referrals/contract.ts'
import type { SeenToday } from '../look-today.ts'
import { newsOf, placeOf } from '../notices.ts'
import { instantsOf } from './instants.ts'
import { todayWords } from './today-words.ts'

const say = todayWords()

/** Whom one waits for, and until when. */
export function Waiting({ seen }: { seen: SeenToday }) {
  const at = instantsOf(seen)
  const items = seen.waiting.map((each) => ({
    s: 'next' as const,
    text: say('waits_for', {
      partner: each.partnerShortName ?? '',
      step:
        each.nextStep === null
          ? ''
          : stepWords()(stepAt(each.nextStep, { dueAt: each.nextDueAt, now: seen.now })).toLowerCase(),
      student: each.studentName,
      when: at.both(each.nextDueAt),
    }),
  }))
  if (items.length === 0) return null
  return (
    <details class="more">
      <summary>{say('waiting', { count: seen.waitingCount })}</summary>
      <MarkedList items={items} />
      {seen.waitingCount > items.length && (
        <p>
          <a href={`/referrals?navigator=${seen.personId}`}>{say('waiting_all')}</a>
        </p>
      )}
    </details>
  )
}

/** What was kept today: the page ends with it. */
export function Kept({ seen }: { seen: SeenToday }) {
  const items = seen.kept.map(({ at, studentName, what }) => ({
    s: 'done' as const,
    text: say('kept_line', { time: timeOf(seen.calendar, at), student: studentName, what }),
  }))
  if (items.length === 0) return null
  return (
    <details class="more" open>
      <summary>{say('kept', { count: items.length })}</summary>
      <MarkedList items={items} />
    </details>
  )
}

const named = (student: string | null, news: string) =>
  student === null ? news : say('news_of', { student, news })

/** What happened elsewhere, to be read once. Much of it is folded, so that the page ends where it should. */
export function News({ seen, shell }: { seen: SeenToday; shell: Shell }) {
  const items = seen.notices.flatMap((notice) => {
    const said = notice.code === null ? undefined : newsOf(notice.code)
    return said === undefined
      ? []
      : [
          {
            id: notice.id,
            said: named(notice.studentName, said),
            about: placeOf(notice.subjectType ?? '', notice.aboutId),
          },
        ]
  })
  if (items.length === 0) return null
  return (
    <details class="more" open={items.length <= 3}>
      <summary>{say('notices', { count: items.length })}</summary>
      {items.map(({ id, said, about }) => (
        <Form to={`/notices/${id}/reading`} shell={shell} layout="row">
          <span>{about === undefined ? said : <a href={about}>{said}</a>}</span>{' '}
          <Button kind="text">{say('read')}</Button>
        </Form>
      ))}
    </details>
  )
}
