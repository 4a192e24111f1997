import { catalog } from '#platform/words.ts'

/** What the pages about the model in force say. */
export const screenWords = catalog({
  en: {
    standards: 'Standards in force',
    standards_lead:
      'What counts today, in every school of the district. A decision keeps the version it used.',
    caption: 'Seven parts of the model',
    head_part: 'Part',
    head_version: 'Version',
    head_since: 'In force since',
    head_state: 'Local approval',
    version: 'Version {version}',
    approved: 'Approved by {name} on {day}',
    not_sample: 'Ordinary configuration',
    sample_banner:
      'Sample: not approved for use. Live schools cannot use this wording until the district records its approval.',
    since: 'Version {version}, in force since {day}. {decision}.',
    versions: 'Every version',
    versions_caption: 'Latest first',
    head_decision: 'Decision',
    print: 'Print this page for a paper copy.',

    edit_tiers: 'Write a new version',
    new_tiers: 'A new version of the tiers',
    tiers_now: 'Tiers, version {version}',
    new_tiers_lead:
      'It applies to every school from the day you choose. What was decided before keeps the version it was decided by.',
    tier_name: 'Name',
    tier_description: 'What it is',
    one_a_line: 'One on each line.',
    criteria_hint:
      'One on each line. Leave the code in front of a criterion you reword; a new one needs none.',
    in_force_on: 'In force from',
    decision_hint: 'The meeting or vote it rests on.',
    publish: 'Publish this version',
    approve: 'Approve this sample for use',
    approve_lead:
      'It becomes a version of the district, word for word, and live schools use it from now on. Who approves it, and when, is kept.',

    tier_services: 'Services',
    tier_entry: 'Ways in',
    tier_exit: 'Ways out',
    not_in_use: 'not in use',

    checklist_how: 'Each question has one answer. The points add up, and the sum shows the path.',
    head_question: 'Question',
    head_answers: 'Answers and points',
    points: '{label} ({points, plural, one {# point} other {# points}})',
    immediate: '{label} (immediate risk, whatever the sum)',
    checklist_paths: 'What the sum shows',
    from_points: 'From {points, plural, one {# point} other {# points}}',
    checklist_name: 'Student',
    checklist_date: 'Date',
    checklist_by: 'Asked by',

    clocks_caption: 'How long each step may take',
    head_clock: 'Step',
    head_limit: 'Within',
    head_urgent: 'When urgent',
    head_high_need: 'For a high-need student',
    flat: 'A flat standard of the model: it is loosened only by a decision right.',
    same: 'the same',

    rules_caption: 'Who calls whom when something changes',
    head_change: 'When',
    head_caller: 'Who calls',
    head_callee: 'Whom',
    head_within: 'Within',
    head_tool: 'With which tool',
    path_becomes: '{from} becomes {to}',
    any_path: 'Any path',
    no_path: 'A new concern',
    any_tier: 'Any tier',
    tier: 'Tier {tier}',

    must_not_lead: 'The product holds to these: what they forbid is refused, with the rule.',

    high_need_lead: 'A student is high need when one of these is met.',
    head_criterion: 'Criterion',
    head_measure: 'What it looks at',

    list_referral_category: 'Main reason for a referral',
    list_decline: 'Why a partner cannot accept',
    list_barrier: 'What makes care hard to reach',
    list_appointment_result: 'What became of a visit',
    list_status: 'Statuses a partner and a school exchange',
    list_ending: 'How a referral ends',
    list_non_connection: 'What a missing connection is put down to',
    list_handoff_miss: 'Why a handoff was not finished the same day',
    list_contact_result: 'What came of trying to reach a caregiver',
    retired: '{label} (not chosen any more)',
  },
})
