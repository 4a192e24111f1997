import { catalog } from '#platform/words.ts'

export const dutyWords = catalog({
  en: {
    title: 'What waits for you',
    late: 'Late.',
    of_them_late: '{late} of them late.',
    openings:
      '{count, plural, one {# time somebody broke the glass waits} other {# times somebody broke the glass wait}} for a review.',
    differing:
      '{count, plural, one {On # referral two caregivers differ} other {On # referrals two caregivers differ}}: decide whose answer counts.',
    conflicts:
      '{count, plural, one {# conflict of interest waits} other {# conflicts of interest wait}} for somebody else to look at it.',
    exceptions:
      '{count, plural, one {# telling without consent waits} other {# tellings without consent wait}} for a review.',
    requests:
      '{count, plural, one {# request about a record waits} other {# requests about records wait}} for an answer.',
    removals:
      '{count, plural, one {# removal of records waits} other {# removals of records wait}} for a second person.',
    holds:
      '{count, plural, one {# hold on records is} other {# holds on records are}} to be lifted, if a second person says so.',
    rules:
      '{count, plural, one {# rule of the register is} other {# rules of the register are}} to be looked at again.',
    acknowledgements:
      '{count, plural, one {# person has} other {# people have}} not acknowledged what they keep to.',
    left_work:
      '{count, plural, one {# piece of work waits} other {# pieces of work wait}} for somebody to take over.',
    second_steps:
      '{count, plural, one {# lost second step waits} other {# lost second steps wait}} for a second person.',
    reviews:
      '{count, plural, one {# open referral was} other {# open referrals were}} not reviewed this week.',
    case_reviews:
      '{count, plural, one {# student on a caseload was} other {# students on caseloads were}} not reviewed this week.',
    progress_meetings: '{count, plural, one {# school owes} other {# schools owe}} a progress meeting.',
    drills: '{count, plural, one {# school owes} other {# schools owe}} a crisis drill.',
    numbers:
      '{count, plural, one {# number of the crisis card is} other {# numbers of the crisis card are}} owed a call to make sure.',
    samples: '{count, plural, one {# sampled case waits} other {# sampled cases wait}} for your review.',
    training:
      '{count, plural, one {# person of your schools lacks} other {# people of your schools lack}} a training.',
    own_training:
      '{count, plural, one {# training of yours is} other {# trainings of yours are}} due: see whom to ask.',
    changes:
      '{count, plural, one {# change to the crisis standard waits} other {# changes to the crisis standard wait}} for an answer.',
    schedulers: '{count, plural, one {# school has} other {# schools have}} nobody who books visits.',
    rosters: '{count, plural, one {# roster waits} other {# rosters wait}} to be applied or discarded.',
  },
})
