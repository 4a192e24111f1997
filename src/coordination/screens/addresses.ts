import { type Resource, type Screen, resource, screen } from '#access/screen.ts'
import { acknowledgeNotice } from '../acknowledge-notice.ts'
import { lookStudent } from '../look-student.ts'
import { lookToday } from '../look-today.ts'
import { StudentPage } from './student.tsx'
import { studentWords } from './student-words.ts'
import { TodayPage } from './today.tsx'
import { todayWords } from './today-words.ts'

const say = todayWords()

const today = screen({
  address: '/today',
  title: say('title'),
  look: lookToday,
  page: TodayPage,
  nav: { section: 'work', label: say('menu'), order: 1 },
})
const student = screen({ address: '/students/:studentId', title: studentWords()('title'), look: lookStudent, page: StudentPage })

export const screens: Screen[] = [today, student]

export const resources: Resource[] = [
  resource({ address: 'POST /notices/:noticeId/reading', act: acknowledgeNotice, stands: today, at: () => ({}), then: () => '/today' }),
]
