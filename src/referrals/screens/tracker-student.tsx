import { Tag } from '#design/contract.ts'
import type { Tracked } from '../look-tracker.ts'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()

type Open = Tracked['rows'][number]
type Row = Pick<Open, 'id' | 'number' | 'studentId' | 'studentName' | 'highNeed' | 'grade' | 'schoolName'> &
  Partial<Pick<Open, 'furtherOfNumber'>>

/** Whom a row of the tracker is about, open or ended, and the way to its referral. */
export const Student = ({ row }: { row: Row }) => (
  <>
    <a href={`/students/${row.studentId}`}>{row.studentName}</a>
    {row.highNeed && (
      <>
        {' '}
        <Tag kind="high">{say('high_need')}</Tag>
      </>
    )}
    <br />
    <small>
      {say('grade', { grade: row.grade, school: row.schoolName })}.{' '}
      <a href={`/referrals/${row.id}`}>{say('number', { number: row.number })}</a>
      {typeof row.furtherOfNumber === 'number' && <>, {say('further_of', { number: row.furtherOfNumber })}</>}
    </small>
  </>
)
