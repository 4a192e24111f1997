import { catalog } from '#platform/words.ts'
import type { EndingReason, ObstacleToProtecting, ProtectionReason } from './protection.ts'

export const protectionReasonWords = catalog({
  en: {
    protective_order: 'A protective order',
    address_program: 'An address confidentiality program',
    custody_order: 'A custody order',
    safety_plan: 'A safety plan',
  } satisfies Record<ProtectionReason, string>,
})

export const endingReasonWords = catalog({
  en: {
    order_ended: 'The order has ended',
    set_by_mistake: 'It was marked by mistake',
    day_came: 'Its last day had passed',
  } satisfies Record<EndingReason | 'day_came', string>,
})

/** Why a contact cannot be protected so. */
export const protectingWords = catalog({
  en: {
    stands_already: 'This contact is protected already.',
    nobody_named: 'Name at least one person who may read it: somebody has to be able to call.',
    not_of_the_staff: 'Name people of this school, or whoever answers for its records.',
    day_is_past: 'Give a last day that is today or later.',
  } satisfies Record<ObstacleToProtecting, string>,
})
export const endingWords = catalog({ en: { not_over: 'Its last day has not passed.' } })

/** What the page of protected contacts says. */
export const protectionWords = catalog({
  en: {
    title: 'Protected contacts',
    title_of: 'Protected contacts of {name}',
    lead: 'How somebody is reached whom a court or an address program protects.',
    lead_who: 'Only the people named here read it. No packet, paper, export or message shows it.',
    none: 'No contact is protected.',
    own: 'The student’s own',
    a_caregiver: 'A caregiver',
    until: 'Protected until {day}',
    why: 'Why',
    readers: 'Who reads it',
    ask: 'Ask one of them. Messages that Throughline sends still arrive.',
    phone: 'Phone',
    email: 'Email',
    contact_hours: 'When to call',
    address: 'Address',
    neighborhood: 'Neighborhood',
    not_given: 'Not given',
    change: 'Change what is kept',
    save: 'Keep it',
    end: 'End the protection',
    end_why: 'Why does it end?',
    end_hint:
      'From then on whoever may read how the family is reached reads this too. An address is removed.',
    end_do: 'End it',
    mark: 'Protect a contact',
    whose: 'Whose contact?',
    reason: 'Why is it protected?',
    ends_on: 'Last day',
    who: 'Who may read it?',
    who_hint: 'For example whoever guards privacy, and the navigator in charge. Nobody else will.',
    address_hint: 'Where letters may go. Throughline keeps an address of a family nowhere else.',
    mark_do: 'Protect it',
    ended: 'Ended',
    head_whose: 'Whose',
    head_because: 'Why it ended',
    head_when: 'When',
    crumb: 'The student’s page',
    crumb_readers: 'Who has looked',
    protected_tag: 'protected until {day}',
    protected_typed:
      'The contact is protected until {day} and not shown here. What you write stays protected; blank leaves it as it is.',
  },
})
