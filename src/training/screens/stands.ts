import { dayWords } from '#district/contract.ts'
import type { Standing } from '../training.ts'
import { standingWords } from '../words.ts'

const stands = standingWords()

const onDay: Readonly<Record<Exclude<Standing, 'never'>, (day: string) => string>> = {
  lapsed: (day) => stands('lapsed', { day }),
  soon: (day) => stands('soon', { day }),
  holds: (day) => stands('holds', { day }),
}

/** How somebody stands with a training, with the day on which it ends or ended. */
export const standsSaid = (
  { standing, until }: { standing: Standing; until: string | null },
  today: string,
): string =>
  until === null || standing === 'never' ? stands('never') : onDay[standing](dayWords(until, today))
