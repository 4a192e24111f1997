import type { ComponentChildren } from 'preact'

export type Tab = { href: string; label: ComponentChildren; count?: number | string; current?: boolean }

/** Links to parts or filters of one thing, each with an address of its own. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav aria-label={label}>
    <ul class="tabs" role="list">
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} {...(tab.current && { 'aria-current': 'true' as const })}>
            {tab.label}
            {tab.count !== undefined && ` ${tab.count}`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
