import { recordException } from '#exceptions/record-exception.ts'
import { families } from '../riverside/families.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** Something told without consent, that nobody has looked at. */
export async function exceptionIds({ being, must }: Story): Promise<Record<string, string>> {
  const given = {
    studentId: families.sofia.id,
    basis: 'mandated_report',
    items: ['identity'],
    recipientKind: 'child_protection',
    recipientName: 'Intake',
    recipientOffice: 'County',
    channel: 'phone',
    onDay: '2026-10-13',
    atTime: '08:15',
  }
  return { exceptionId: must(await recordException.perform(being('maya'), given)).exceptionId }
}
