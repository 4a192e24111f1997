import { z } from 'zod'
import { isLanguageTag } from '#people/contract.ts'
import { choice, choices, ticked } from '#platform/given.ts'
import { modalities, payers } from './partner.ts'

const atLeastOne = <S extends z.ZodType>(each: S, empty: string) =>
  choices(each).refine((all) => all.length > 0, empty)

/** How an agency sees families, as a form or a machine gives it: whole, so that a box left empty says no. */
export const offerGiven = {
  languages: atLeastOne(
    z.string().refine(isLanguageTag, 'Choose from the list'),
    'Choose at least one language',
  ),
  modalities: atLeastOne(choice(modalities), 'Choose at least one way'),
  payers: atLeastOne(choice(payers), 'Choose at least one'),
  afterSchool: ticked,
  weekends: ticked,
}
