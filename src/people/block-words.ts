import { catalog } from '#platform/words.ts'
import type { BlockKind, LiftReason, ObstacleToBlocking } from './block.ts'

export const blockKindWords = catalog({
  en: {
    custody: 'Custody order',
    protective_order: 'Protective order',
    conflict_of_interest: 'Conflict of interest',
    student_objection: 'The student objects',
  } satisfies Record<BlockKind, string>,
})

export const liftReasonWords = catalog({
  en: {
    order_ended: 'The order has ended',
    no_longer_holds: 'The reason no longer holds',
    set_by_mistake: 'It was set by mistake',
  } satisfies Record<LiftReason, string>,
})

export const confirmWords = catalog({
  en: {
    lifted_already: 'This block has been lifted already.',
    nothing_to_confirm: 'Somebody looked at this already, or set it themselves for another person.',
  },
})

/** Why a block cannot be set. */
export const blockObstacleWords = catalog({
  en: {
    order_unnamed: 'Say where the order is kept, for example its number. Write nothing of what it says.',
    stands_already: 'This person is kept away for that reason already.',
    self_by_order:
      'Of yourself you can only declare a conflict of interest. Somebody else writes down an order.',
    has_left: 'This person has no access any more.',
    no_work: 'A conflict of interest keeps somebody from a student at work. This person has no work here.',
  } satisfies Record<ObstacleToBlocking, string>,
})

export const liftWords = catalog({ en: { lifted_already: 'This block has been lifted already.' } })

/** What the page of blocks, and the question before one steps back, say. */
export const blockPageWords = catalog({
  en: {
    blocks: 'Who is kept away',
    blocks_of: 'Who is kept away from {name}',
    lead: 'Whoever is kept away sees nothing of this student: no page, no list, no search, no count.',
    lead_when: 'It holds from their next request, and no role stands above it.',
    in_force: 'Kept away now',
    none: 'Nobody is kept away.',
    head_who: 'Who',
    head_why: 'Why',
    head_since: 'Since',
    head_lift: 'Lift',
    head_lifted: 'Lifted',
    by: '{at}, by {name}',
    throughline: 'Throughline, which noticed the address of a caregiver',
    at_work: 'At work only: as a caregiver they read on.',
    family: 'Works here and is family of the student',
    family_since: 'By itself, for as long as that is so',
    family_note:
      'Nobody lifts it: it ends when they are not family of the student on record, or do not work here.',
    to_review: 'Nobody else has looked at it yet',
    confirmed: 'Looked at {at}, by {name}',
    confirm: 'It holds',
    review_title: 'Conflicts to look at',
    review_lead:
      'Somebody stepped back from a student, or has the address of a caregiver. The student is closed to them already. Keep it or lift it.',
    review_none: 'No conflict waits to be looked at.',
    review_more: 'Only the first {limit} are shown, the oldest first.',
    head_student: 'Student',
    open_blocks: 'Look at it',
    order_at: 'Order: {document}',
    earlier: 'Earlier',
    lift: 'Lift it',
    lift_question: 'Let {name} see this student again?',
    lift_lead: 'From the moment you press it:',
    lift_will: '{name} sees what their role sees of {student}',
    lift_stays: 'that they were kept away, and who lifted it, stays on record',
    lift_no: 'Keep away',
    lift_because: 'Why it ends',
    add: 'Keep somebody away',
    find: 'Name or address of the person',
    find_hint: 'Staff, agency staff or a caregiver who signs in.',
    find_button: 'Find',
    found_none: 'Nobody of that name has access. Somebody who cannot sign in sees nothing anyway.',
    more: 'Only the first {limit} are shown. Type more of the name.',
    which: 'Which person',
    why: 'Why',
    document: 'Where the order is kept',
    document_hint: 'Its number or the file. Nothing of what it says.',
    save: 'Keep away',
    nothing_held: 'No assignment now',
    caregiver_without: 'Caregiver of this student, without a sign-in',
    of_family: 'Signs in for a family',
    conflict: 'Step back',
    conflict_of: 'Step back from {name}?',
    conflict_lead:
      'If you know {name} privately, as family or a close friend, you should not read their records.',
    conflict_next: 'From the moment you press it the student is not there for you, on any page.',
    conflict_work: 'Work you hold for the student waits until a lead gives it to somebody else.',
    conflict_back: 'You cannot take it back yourself: the privacy officer can.',
    conflict_yes: 'Step back',
    conflict_no: 'Stay',
    crumb_details: 'Who opened the records',
  },
})
