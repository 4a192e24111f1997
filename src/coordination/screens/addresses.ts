import { type Resource, type Screen, resource, screen } from '#access/screen.ts'
import { acknowledgeNotice } from '../acknowledge-notice.ts'
import { agreeMeasures } from '../agree-measures.ts'
import { lookGaps } from '../look-gaps.ts'
import { lookMeasures } from '../look-measures.ts'
import { lookReaders } from '../look-readers.ts'
import { lookStudent } from '../look-student.ts'
import { lookToday } from '../look-today.ts'
import { GapsPage } from './gaps.tsx'
import { leftWorkResource, leftWorkScreen } from './left-work.tsx'
import { lostScreen } from './lost.tsx'
import { MeasuresPage } from './measures.tsx'
import { ReadersPage } from './readers.tsx'
import { smallWords } from './small-words.ts'
import { StudentPage } from './student.tsx'
import { studentWords } from './student-words.ts'
import { TodayPage } from './today.tsx'
import { todayWords } from './today-words.ts'
import { unusualScreen } from './unusual.tsx'

const say = todayWords()
const saySmall = smallWords()

const today = screen({
  address: '/today',
  title: say('title'),
  look: lookToday,
  page: TodayPage,
  nav: { section: 'work', label: say('menu'), order: 1 },
})
const student = screen({
  address: '/students/:studentId',
  title: studentWords()('title'),
  look: lookStudent,
  page: StudentPage,
})
const measures = screen({
  address: '/students/:studentId/measures',
  title: saySmall('measures'),
  look: lookMeasures,
  page: MeasuresPage,
})
const readers = screen({
  address: '/students/:studentId/readers',
  title: saySmall('readers'),
  look: lookReaders,
  page: ReadersPage,
})
const gaps = screen({
  address: '/gaps',
  title: saySmall('gaps'),
  look: lookGaps,
  page: GapsPage,
  nav: { section: 'work', label: saySmall('gaps'), order: 6 },
})

export const screens: Screen[] = [
  today,
  student,
  measures,
  readers,
  gaps,
  leftWorkScreen,
  unusualScreen,
  lostScreen,
]

export const resources: Resource[] = [
  leftWorkResource,
  resource({
    address: 'POST /notices/:noticeId/reading',
    act: acknowledgeNotice,
    stands: today,
    at: () => ({}),
    then: () => '/today',
  }),
  resource({
    address: 'POST /students/:studentId/measures',
    act: agreeMeasures,
    stands: measures,
    then: ({ studentId }) => `/students/${studentId}`,
  }),
]
