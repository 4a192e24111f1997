import { accountedBefore } from '#carenotices/accounting-store.ts'
import { askedFor, signalsFor } from '#carenotices/signal-store.ts'
import { stepsOf } from '#carenotices/step-store.ts'
import { findNotice, noticesToldTo } from '#carenotices/store.ts'
import { ids, type List, list, maybe, most } from './asked.ts'

const everyone = new Date('2100-01-01T00:00:00Z')

/**
 * Handle With Care: whoever was told of a notice reads it at a school they cover, and the accounting reads
 * all of its schools. Each shows less than the reach, and never more.
 */
export const ofNotices: readonly List[] = [
  { ...list('care_notice', 'carenotices/noticesToldTo', (at) => ids(noticesToldTo(at))), less: true },
  {
    ...list('care_notice', 'carenotices/findNotice', async (at) => {
      const every = await accountedBefore(
        at.tx,
        { ...at.actor, schoolIds: null },
        { before: everyone, limit: most },
      )
      const found = await Promise.all(every.map(({ id }) => maybe(findNotice(at, id))))
      return found.flat().map(({ id }) => id)
    }),
    less: true,
  },
  {
    ...list('care_notice', 'carenotices/accountedBefore', ({ tx, actor }) =>
      ids(accountedBefore(tx, actor, { before: everyone, limit: most })),
    ),
    less: true,
  },
  {
    ...list('care_notice_step', 'carenotices/stepsOf', async (at) => {
      const notices = await noticesToldTo(at)
      return (await Promise.all(notices.map(({ id }) => ids(stepsOf(at.tx, id))))).flat()
    }),
    less: true,
  },
  {
    ...list('student', 'carenotices/signalsFor', async (at) =>
      (await signalsFor(at)).map(({ studentId }) => studentId),
    ),
    along: ['care_notice_signal', 'care_notice'],
    less: true,
    // It is theirs to know, also where the student is at another school by now.
    own: true,
  },
  {
    ...list('student', 'carenotices/askedFor', async (at) => {
      const notices = await noticesToldTo(at)
      const asked = await Promise.all(
        notices.map(async ({ id, studentId }) => ((await askedFor(at.tx, id)).length > 0 ? [studentId] : [])),
      )
      return asked.flat()
    }),
    along: ['care_notice_signal', 'care_notice'],
    less: true,
    own: true,
  },
]
