import { catalog, familyCatalog } from '#platform/words.ts'
import type { AlertAbout } from './alert.ts'
import type { ObstacleToAlerting } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'alert.sent': 'An alert that more support is needed was sent',
    'alert.told': 'An alert was told to those who can answer it',
    'alert.told_again': 'Nobody had answered an alert, so everybody was told again',
    'alert.acknowledged': 'Somebody has an alert that more support is needed',
  },
})

/** What a person is told. Names nobody. */
export const alertNoticeWords = catalog({
  en: { 'support_alert.told': 'A student needs more support. Say that you have it.' },
})

/** What makes it hard, in words that staff and families read. */
export const aboutWords = familyCatalog({
  en: {
    change_at_home: 'Something changed at home',
    loss: 'Somebody close was lost',
    basic_needs: 'Food, a home or other basic needs are short',
    change_at_school: 'Something changed at school',
    hard_with_others: 'It is hard with other students',
    away_more: 'Away from school more often',
    check_in: 'Somebody should check in soon',
  } satisfies Record<AlertAbout, string>,
  es: {
    change_at_home: 'Algo cambió en casa',
    loss: 'Se perdió a alguien cercano',
    basic_needs: 'Falta comida, vivienda u otra cosa básica',
    change_at_school: 'Algo cambió en la escuela',
    hard_with_others: 'Es difícil con otros estudiantes',
    away_more: 'Falta más a la escuela',
    check_in: 'Alguien debe hablar pronto con el estudiante',
  },
  ar: {
    change_at_home: 'تغيّر شيء في البيت',
    loss: 'فقدان شخص قريب',
    basic_needs: 'نقص في الطعام أو السكن أو الحاجات الأساسية',
    change_at_school: 'تغيّر شيء في المدرسة',
    hard_with_others: 'صعوبة مع طلاب آخرين',
    away_more: 'غياب أكثر عن المدرسة',
    check_in: 'ينبغي أن يطمئن أحد على الطالب قريبًا',
  },
})

export const alertingWords = catalog({
  en: {
    not_shared: 'The family has not agreed to this, or the yes does not hold now.',
    not_agreed: 'The agreement with the agency does not let this cross.',
    waits_already: 'The same alert waits for an answer already.',
  } satisfies Record<ObstacleToAlerting, string>,
})
export const answeringWords = catalog({
  en: {
    answered_already: 'Somebody has this already.',
    other_side: 'This alert went to the other side, which answers it.',
    stopped: 'The family’s yes holds no more, so there is nothing to read.',
  },
})
export const timerWords = catalog({
  en: {
    answered: 'Somebody has this alert.',
    not_due: 'There is time left.',
    stopped: 'The family’s yes holds no more, or the referral ended.',
  },
})
