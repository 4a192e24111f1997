import type { Purpose } from '#access/minimum-necessary.ts'
import { catalog } from '#platform/words.ts'

/** What somebody looks at a student for. */
export const purposeWords = catalog({
  en: {
    asking: 'To ask for help for a student',
    triage: 'To decide what a student needs',
    coordination: 'To bring help about, step by step',
    crisis: 'To keep a student safe in a crisis',
    records: 'To keep the record right',
    oversight: 'To watch over what was seen and told',
    treatment: 'To give care',
    family: 'To tell the family what is shared',
  } satisfies Record<Purpose, string>,
})

/** The page that says who may know what, and the form that changes one cell of it. */
export const knowingWords = catalog({
  en: {
    lead: 'Role by role: what somebody may know of a student, and what for.',
    lead_rest: 'What stands nowhere, nobody in the role is shown: not on a page, and not as data.',
    lead_who: 'Which students is another question: that is said by schools, agencies and families.',
    nothing: 'Nothing of any student.',
    summary: 'Every role in short, yours first',
    yours: 'your role',
    one_by_one: 'Class by class, and what for',
    in_full: '{role}: {count, plural, one {# class} other {# classes}}',
    taken: '{count, plural, one {# class was} other {# classes were}} taken away here.',
    classes: 'What each class of data is',
    kept_for: 'What it is held for',
    whose: 'Whose record, under which law',
    may_know: 'May know',
    purpose: 'What for',
    because: 'Changed here, because: {because}',
    nothing_more: 'Narrower here: {role} may not know this any more.',
    form_lead:
      'One role and one class at a time. What you take away is gone from pages and data on the next request.',
    form_most:
      'Nobody can be shown more than what ships: walls, what families keep to themselves and agreements rest on it.',
    choose: 'Show this cell',
    role: 'Role',
    data_class: 'Class of data',
    cell: '{role}: {dataClass}',
    held_for: 'What it is held for: {purpose}',
    for: 'May know it for',
    for_hint: 'Leave all of them open, and this role is not shown it at all.',
    never: 'This role never knows it, so there is nothing to change.',
    because_field: 'Why',
    because_hint: 'In a sentence that everybody on the staff can read.',
  },
})
