import type { Act } from '#access/act.ts'
import type { CastKey } from '../cast.ts'
import { families, type FamilyKey, type SeededFamily } from '../families.ts'
import type { PartnerKey } from '../places.ts'
import { intake } from './agency-people.ts'
import { perform, type Teller } from './teller.ts'

/** Who walks with a family, and how far they have come. */
export class Walker {
  readonly #teller: Teller
  readonly family: SeededFamily
  readonly counselor: CastKey
  readonly navigator: CastKey
  concernId = ''
  referralId = ''
  appointmentId = ''
  reminderId = ''
  protected partner: PartnerKey = 'cedarStreet'

  constructor(teller: Teller, key: FamilyKey) {
    this.#teller = teller
    this.family = families[key]
    this.counselor =
      this.family.school === 'harlow' ? 'priya' : this.family.school === 'larkspur' ? 'helen' : 'daniel'
    this.navigator = this.family.school === 'harlow' ? 'jonah' : 'maya'
  }

  /** From here on it is this moment. */
  at(moment: Date): this {
    this.#teller.at(moment)
    return this
  }

  /** Does one act as one of the cast. */
  by<Ok>(key: CastKey, act: Act<Ok>, given: object): Promise<Ok> {
    return perform(this.#teller.being(key), act, given)
  }

  get caregiver() {
    const [first] = this.family.caregivers
    if (first === undefined) throw new Error('A family of the stories has a caregiver')
    return first
  }

  protected given(more: object) {
    return { referralId: this.referralId, ...more }
  }

  /** Who answers at the agency that was chosen. */
  protected get intake(): CastKey {
    return intake[this.partner]
  }
}
