import type { ComponentChildren } from 'preact'
import { Page, PartnerPage, PlainPage, type Shell } from '#design/contract.ts'
import { type Role, sideOf } from './roles.ts'

type OwnPageProps = {
  shell: Shell
  /** Who asks; undefined for somebody who is not signed in. */
  role: Role | undefined
  children: ComponentChildren
}

/**
 * A page that belongs to no module, in the frame of whoever asks: the school with menu, search and Crisis, an
 * agency with its places, everybody else with neither. What stands around it follows from who asks and never
 * from what was asked for.
 */
export function OwnPage({ shell, role, children }: OwnPageProps) {
  const side = role && sideOf(role)
  if (side === 'school') return <Page shell={shell}>{children}</Page>
  if (side === 'partner') return <PartnerPage shell={shell}>{children}</PartnerPage>
  return <PlainPage shell={shell}>{children}</PlainPage>
}
