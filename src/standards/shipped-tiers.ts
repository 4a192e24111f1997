import type { Criterion, Tiers } from './tiers.ts'

const criteria = (...rows: readonly (readonly [code: string, text: string])[]): Criterion[] =>
  rows.map(([code, text]) => ({ code, text, inUse: true }))

/** A sample of the three tiers in our own words. */
export const sampleTiers: Tiers = {
  tiers: [
    {
      tier: 1,
      name: 'Tier 1: for everyone',
      description: 'What every student gets, every day, from the adults in the building.',
      services: [
        'Classroom climate and routines',
        'Social and emotional lessons',
        'A trusted adult to go to',
      ],
      entry: criteria(['everyone', 'Every enrolled student.']),
      exit: criteria([
        'more_is_needed',
        'Classroom support alone was not enough, as the checklist or a review shows.',
      ]),
    },
    {
      tier: 2,
      name: 'Tier 2: for some',
      description: 'Short, targeted support at school, or the first steps with a community partner.',
      services: [
        'Skill groups',
        'Check-in with a named adult',
        'Brief support plan',
        'Assessment by a partner',
      ],
      entry: criteria(
        ['triage_decision', 'A triage decision led to brief school support or to an assessment.'],
        ['screening', 'A screening result was above the agreed cut-off.'],
        ['stepped_down', 'Goals at tier 3 were met and some support is still wanted.'],
      ),
      exit: criteria(
        ['goals_met', 'The goals of the plan were met at a review.'],
        ['not_improving', 'Two reviews in a row showed no improvement.'],
        ['family_chose_to_stop', 'The family chose to stop.'],
      ),
    },
    {
      tier: 3,
      name: 'Tier 3: for a few',
      description: 'Individual support over time, mainly by a community partner, with school alongside.',
      services: ['Individual sessions', 'Family sessions', 'Wraparound team', 'Return-to-school plan'],
      entry: criteria(
        ['assessment_says_so', 'A clinical assessment recommends individual care.'],
        ['after_a_crisis', 'A crisis incident is on record and support continues.'],
        ['tier_2_not_enough', 'Tier 2 support was reviewed and was not enough.'],
      ),
      exit: criteria(
        ['care_goals_met', 'The clinician who holds responsibility says the goals of care are met.'],
        ['moved_on', 'Care continues elsewhere and the new holder has accepted.'],
        ['family_ended_care', 'The family chose to end care.'],
      ),
    },
  ],
}
