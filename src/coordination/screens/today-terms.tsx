import { dayOf, dayWords } from '#district/contract.ts'
import type { SeenToday } from '../look-today.ts'
import { todayWords } from './today-words.ts'

const say = todayWords()

/** In the last two weeks of an acknowledgement: until when it holds, and where it is given again [R141]. */
export const Terms = ({ seen: { termsEndOn, calendar, now } }: { seen: SeenToday }) =>
  termsEndOn === undefined ? null : (
    <p>
      {say('terms_end', { day: dayWords(termsEndOn, dayOf(calendar, now)) })}{' '}
      <a href="/privacy-terms?to=/today">{say('terms_read')}</a>
    </p>
  )
