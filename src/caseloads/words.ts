import { catalog } from '#platform/words.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'coordinator.assigned': 'A care coordinator began to coordinate with an agency',
    'coordinator.relieved': 'A care coordinator coordinates with an agency no more',
  },
})

export const assigningWords = catalog({
  en: {
    assigned_already: 'They coordinate with this agency already.',
    not_a_coordinator: 'Choose somebody who is a care coordinator.',
  },
})
export const relievingWords = catalog({ en: { relieved_already: 'That was ended already.' } })
