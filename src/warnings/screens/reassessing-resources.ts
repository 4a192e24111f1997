import { resource } from '#access/screen.ts'
import { lookAgain } from '../look-again.ts'
import { startReassessing } from '../start-reassessing.ts'
import { stopReassessing } from '../stop-reassessing.ts'
import { daysScreen } from './days.tsx'

const after = {
  stands: daysScreen,
  then: ({ studentId }: { studentId: string }) => `/students/${studentId}/school-days`,
}

/** What is written to about looking at a student again. */
export const reassessingResources = [
  resource({ address: 'POST /students/:studentId/school-days/rhythm', act: startReassessing, ...after }),
  resource({ address: 'POST /students/:studentId/school-days/look', act: lookAgain, ...after }),
  resource({ address: 'POST /students/:studentId/school-days/rhythm/end', act: stopReassessing, ...after }),
]
