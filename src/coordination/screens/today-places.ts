/** Where each thing that is owed is done. */
export const places: Record<string, (id: string) => string> = {
  concern: (id) => `/concerns/${id}`,
  review: (id) => `/decisions/${id}`,
  support: (id) => `/supports/${id}`,
  alert: (id) => `/crisis/incidents/${id}`,
  escalation: (id) => `/escalations/${id}`,
  task: (id) => `/review-tasks/${id}`,
  care: (id) => `/handle-with-care/notices/${id}`,
  debrief: (id) => `/crisis/incidents/${id}/review`,
  improvement: (id) => `/crisis/improvements/${id}`,
  return: (id) => `/returns/${id}`,
  follow_up: (id) => `/follow-ups/${id}`,
  barrier: (id) => `/referrals/${id}#barriers`,
  reassessment: (id) => `/students/${id}/school-days`,
  need: (id) => `/students/${id}/family`,
  outside: (id) => `/referrals/${id}/outside`,
  help: (id) => `/practical-help/${id}`,
  signal: (id) => `/referrals/${id}`,
  support_alert: (id) => `/students/${id}/alerts`,
  holder: (id) => `/referrals/${id}`,
  team_step: (id) => `/students/${id}/team`,
  offer: (id) => `/referrals/${id}/asked`,
  further: (id) => `/referrals/${id}/asked`,
  handoff: (id) => `/referrals/${id}/handoff`,
  reminder: (id) => `/reminders/${id}`,
}

/** Kinds of which the words say by their code what is owed. */
export const coded: ReadonlySet<string> = new Set(['reminder', 'task', 'care', 'return', 'follow_up'])
