import { catalog } from '#platform/words.ts'
import type { AgreementStanding } from './agreement.ts'
import type { StepKind, Support } from './care-notice.ts'

export const supportWords = catalog({
  en: {
    check_in: 'Somebody checked in with them',
    quiet_place: 'A quiet place to be',
    eased_work: 'Schoolwork made easier for now',
    trusted_adult: 'Time with an adult they trust',
    food_or_rest: 'Food or rest',
    nurse: 'The nurse saw them',
  } satisfies Record<Support, string>,
})
export const stepKindWords = catalog({
  en: {
    support: 'Support was given',
    no_signs: 'Watched: no signs of distress',
    triage: 'Sent to triage',
    not_here: 'The child is not at this school',
  } satisfies Record<StepKind, string>,
})
export const standingWords = catalog({
  en: {
    ended: 'Ended',
    not_begun: 'Not begun',
    over: 'Over',
    in_force: 'In force',
  } satisfies Record<AgreementStanding, string>,
})

/** What the pages of designated staff say. */
export const careWords = catalog({
  en: {
    title: 'Handle With Care',
    lead: 'A child may have been exposed to something hard. Nobody here knows more, and nobody asks the child. Be gentle, watch, and help.',
    none: 'No notice stands right now.',
    none_note: 'What you are told of comes here and to Today.',
    notices: 'Notices that stand',
    child: 'Child',
    school: 'School',
    came: 'Came',
    has_it: 'Who has it',
    nobody_yet: 'Nobody yet',
    until: 'Stands until',
    done_so_far: '{count, plural, =0 {Nothing written down yet} one {# step} other {# steps}}',
    one: 'Handle With Care notice',
    as_sent: 'As it was sent',
    born: 'born {day}',
    grade: 'grade {grade}',
    answer_by: 'Answer by',
    told: 'Who was told',
    told_at: '{name}, {at}',
    nobody_told: 'Nobody at this school can be told. The district head knows.',
    take: 'I have this notice',
    take_note: 'Until somebody says so, whoever stands in is told.',
    nothing_follows:
      'The notice by itself opens nothing: no record of behavior, no crisis, no referral. Whoever sent it hears nothing from us.',
    match: 'Which student is this?',
    match_note: 'Compare the name and the birth date or grade. The sender does not learn what you find.',
    match_none: 'No student of this name is within your reach.',
    match_one: 'It is {name}',
    match_grade: 'Grade {grade}, {school}',
    match_find: 'Look for another name',
    match_button: 'Look',
    student: 'Student',
    open_student: 'Open the page of {name}',
    what_done: 'What was done',
    nothing_done: 'Nothing is written down yet.',
    step_by: '{what} ({name}, {at})',
    to_concern: 'Open the concern',
    write: 'Write down what was done',
    kind: 'What was done',
    support: 'Which support',
    save: 'Save',
    triage: 'Send it to triage',
    triage_note: 'Where you saw signs of distress: a concern is raised that says where it came from.',
    teachers: 'Teachers who handle with care',
    teachers_note:
      'A teacher is told to be gentle with the student, and nothing else: not why, and not from whom.',
    no_teachers: 'No teacher was asked yet.',
    ask_which: 'Which teacher',
    ask: 'Ask this teacher',
    choose: 'Choose',
    risk: 'If somebody may be in danger, do not wait here.',
    crisis: 'Crisis',
  },
})

/** What a teacher reads: gentle, and nothing of why. */
export const signalWords = catalog({
  en: {
    title: 'Handle with care',
    lead: 'You are asked to be gentle with these students for some days. Do not ask them why, and tell nobody. If you are worried, raise a concern.',
    students: 'Students to handle with care',
    student: 'Student',
    school: 'School',
    until: 'Until',
    none: 'You are asked for nobody right now.',
    raise: 'Raise a concern',
  },
})

/** What the pages say on which people are designated, what was agreed, and what came. */
export const keeperWords = catalog({
  en: {
    designated: 'Who is told of Handle With Care notices',
    designated_lead:
      'Whoever is told at once answers within the time of the standard; then whoever stands in is told. Else it is the leads of the school.',
    first: 'Told at once',
    backup: 'Told when nobody answered',
    nobody_first: 'Nobody is named. The leads of the school are told.',
    nobody_backup: 'Nobody stands in. The leads of the school are told.',
    end_one: 'End for {name}',
    name_one: 'Name somebody',
    name_at: 'Name somebody at {school}',
    person: 'Who',
    place: 'When they are told',
    name_do: 'Name them',
    choose: 'Choose',
    one_school: 'One school',
    all: 'All of mine',
    first_schools: 'The first schools are shown.',
    agreements: 'Handle With Care agreements',
    agreements_lead:
      'A law-enforcement agency sends under a recorded agreement, by a desk with its own key. It opens nothing else, and ends with the agreement.',
    no_agreements: 'Nothing is agreed yet, so nobody can send.',
    days: '{from} to {until}',
    recorded_by: 'Recorded by {name}',
    end_agreement: 'End this agreement',
    desks: 'Desks that send',
    no_desks: 'No desk has a key yet.',
    desk: 'Desk',
    address: 'Its page',
    last_sent: 'Last sent',
    never: 'Never',
    key_state: 'Key',
    works: 'Works',
    revoked_at: 'Revoked {at}',
    revoke: 'Revoke the key of {label}',
    add_agreement: 'Record an agreement',
    agency: 'Law-enforcement agency',
    reference: 'Document',
    reference_hint: 'What both signed, and where it lies',
    starts: 'First day',
    ends: 'Last day',
    add_do: 'Record it',
    give_key: 'Give a desk a key',
    label: 'Which desk',
    key: 'Key',
    key_hint:
      'Copy it now and hand it over safely. It is not shown again, and nobody here can read it later.',
    key_do: 'Make this key work',
    accounting: 'Accounting of Handle With Care notices',
    accounting_lead:
      'Every notice that came, also those that ended. After a notice ended this page alone knows of it, without the name that was sent.',
    none_came: 'No notice came yet.',
    receipt: 'Receipt',
    sender: 'From',
    school: 'School',
    came: 'Came',
    answered: 'Answered',
    answered_by: '{at}, {name}',
    not_answered: 'Nobody',
    about: 'About',
    unmatched: 'Not matched',
    done: 'What was done',
    nothing: 'Nothing',
    told_count: '{told} told, {teachers, plural, =0 {no teacher} one {# teacher} other {# teachers}} asked',
    stands_until: 'Ends',
    ended_at: 'Ended {at}',
    earlier: 'Earlier ones',
  },
})
