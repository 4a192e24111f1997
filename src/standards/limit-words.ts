import type { Language } from '#platform/words.ts'
import type { HighNeedCriterion } from './high-need.ts'
import type { Limit } from './limits.ts'
import { standardsWords } from './words.ts'

/** A limit in words: "1 school day", "the same day", "at once", "2 working hours". */
export function limitWords(limit: Limit, language: Language = 'en'): string {
  const say = standardsWords(language)
  switch (limit.unit) {
    case 'same_day':
      return limit.cutOff === undefined
        ? say('limit_same_day')
        : say('limit_same_day_cut_off', { time: limit.cutOff })
    case 'school_week':
      return say('limit_school_week')
    case 'school_days':
      return say('limit_school_days', { count: limit.amount })
    case 'calendar_days':
      return say(limit.skipHolidays === true ? 'limit_calendar_days_skip' : 'limit_calendar_days', {
        count: limit.amount,
      })
    case 'working_minutes':
      return limit.amount % 60 === 0
        ? say('limit_working_hours', { count: limit.amount / 60 })
        : say('limit_working_minutes', { count: limit.amount })
    case 'minutes':
      return limit.amount === 0 ? say('limit_at_once') : say('limit_minutes', { count: limit.amount })
  }
}

/** What a high-need criterion looks at, in words: "3 or more within 30 days". */
export function measureWords(measure: HighNeedCriterion['measure'], language: Language = 'en'): string {
  const say = standardsWords(language)
  switch (measure.by) {
    case 'incidents':
      return say('measure_incidents', { count: measure.count, days: measure.withinDays })
    case 'absence':
      return say('measure_absence', { percent: measure.percent, days: measure.afterDays })
    case 'crises':
      return say('measure_crises', { days: measure.withinDays })
    case 'stated':
      return say('measure_stated')
  }
}
