import { catalog } from '#platform/words.ts'

const words = catalog({
  en: {
    people: 'Details, contacts and search',
    consent: 'Consent and what was shared',
    exceptions: 'What was told without consent',
    concerns: 'Concerns and triage',
    supports: 'Support at school',
    referrals: 'Referral and packet',
    handoffs: 'Handoff and visits',
    crisis: 'Crisis',
    coordination: 'The student’s page',
    other: 'Other records',
  },
})

/** Which records a look showed, in words: its module says. @param look as the trail names it */
export function recordsOf(look: string): string {
  const say = words()
  const [module = ''] = look.split('/')
  return say(say.has(module) ? (module as 'other') : 'other')
}
