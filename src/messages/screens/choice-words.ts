import { catalog } from '#platform/words.ts'

export const choiceWords = catalog({
  en: {
    own_title: 'How you are written to',
    own_lead:
      'Mails and texts never say who or what it is about. A crisis alert comes at once, whatever you choose here.',
    family_title: 'Messages to {name}',
    family_screen: 'Messages to a caregiver',
    family_lead:
      'Nothing is sent by itself before this person agreed to it. Ask, and write down what they say.',
    back_messages: 'Messages',
    back_details: 'Details of {name}',
    by_email: 'Email',
    by_text: 'Texts',
    email: 'Send email to {address}',
    text: 'Send texts to {phone}',
    no_email: 'Send email (no address is known)',
    no_phone: 'Send texts (no phone is known)',
    text_hint: 'Only where nobody else reads this phone.',
    digest_legend: 'Digest of the day',
    digest: 'Send one message a day when something waits',
    time_legend: 'What a reminder may say',
    with_time: 'The day and the time as well. Never who, where or what for.',
    hours: 'Hours in which messages may come',
    hours_hint: 'Quiet for everybody: from {from} until {until}. Leave both empty to keep to that.',
    hours_words: 'Safe hours written in words: “{words}”. Give them as times, or nothing is sent by itself.',
    from: 'From',
    until: 'Until',
    pause: 'Pause',
    pause_hint: 'Nothing is sent up to and on this day.',
    paused_on: 'Pause until',
    reason: 'Why',
    save: 'Save',
    keep: 'Keep as it is',
    rule: 'How this person is reached: {rule}',
    cap: 'A family gets at most {count, plural, one {1 message} other {# messages}} in a week, whoever they are from.',
  },
})
