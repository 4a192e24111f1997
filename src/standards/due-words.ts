import { familyCatalog } from '#platform/words.ts'

/** When something is due, and why then. Sentences are built from them in when-words.ts. */
export const dueWords = familyCatalog({
  en: {
    because_standard: '{clock}: {limit}.',
    because_urgent: '{clock}: {limit}, because this is urgent.',
    because_high_need: '{clock}: {limit}, because the student is high need.',
    because_tier: '{clock}: {limit}, as set for this tier of support.',
    because_tier_high_need: '{clock}: {limit}, as set for high need in this tier of support.',
    because_began: 'School was closed, so the clock began {day}, {time}.',
    because_closures: 'School was closed, so the clock did not run: {closures}.',
    because_paused: 'Paused days were not counted: {pauses}.',
    pause_days: '{from} to {through}',
    when: '{day}, {time}: {limit}.',
    when_over: '{day}, {time}: {limit}, {left} left out.',
    left_week: 'the week of {label}',
    left_pause: 'the pause until {day}',
  },
  es: {
    because_standard: '{clock}: {limit}.',
    because_urgent: '{clock}: {limit}, porque es urgente.',
    because_high_need: '{clock}: {limit}, porque el estudiante tiene alta necesidad.',
    because_tier: '{clock}: {limit}, como se fijó para este nivel de apoyo.',
    because_tier_high_need: '{clock}: {limit}, como se fijó para alta necesidad en este nivel de apoyo.',
    because_began: 'La escuela estaba cerrada, así que el plazo empezó el {day}, {time}.',
    because_closures: 'La escuela estaba cerrada, así que el plazo no corrió: {closures}.',
    because_paused: 'Los días en pausa no contaron: {pauses}.',
    pause_days: '{from} a {through}',
    when: '{day}, {time}: {limit}.',
    when_over: '{day}, {time}: {limit}, sin contar {left}.',
    left_week: 'la semana de {label}',
    left_pause: 'la pausa hasta el {day}',
  },
})
