import type { ReactNode } from 'react'
import { Link, NavLink, useLocation, useNavigation } from 'react-router'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'
import { Logo } from './logo.tsx'
import styles from './shell.module.css'

export type NavigationItem = { to: string; label: string; /** True when only this exact address is the entry's page. */ end?: boolean }

type ShellProps = {
  productName: string
  home: string
  navigation: readonly NavigationItem[]
  /** Who the person acts for, with the means to change; stays in sight on every page. */
  actingFor?: ReactNode
  /** Account menu, sign-out. */
  account?: ReactNode
  language?: ReactNode
  /** A line above everything: demonstration data, maintenance announced. */
  banner?: ReactNode
  footer?: ReactNode
  flash?: ReactNode
  children: ReactNode
}

/**
 * The frame of every page: skip links, header, navigation, the page, footer.
 * On a phone the navigation folds into a native disclosure; it is the same markup, so nothing is duplicated and no
 * script is needed. The key closes the menu again when the client router changes page.
 */
export function Shell({ productName, home, navigation, actingFor, account, language, banner, footer, flash, children }: ShellProps) {
  const texts = useTexts()
  const { pathname } = useLocation()
  const isLoading = useNavigation().state !== 'idle'
  return (
    <div className={styles.shell} aria-busy={isLoading || undefined}>
      <p className={styles.skip} data-print="no">
        <a href="#content">{texts.skipToContent}</a>
        <a href="#navigation">{texts.skipToNavigation}</a>
      </p>
      <header>
        {banner && (
          <div className={styles.banner} data-print="no">
            {banner}
          </div>
        )}
        <div className={styles.bar}>
          <Link to={home} className={styles.brand}>
            <Logo />
            <span>{productName}</span>
          </Link>
          <details key={pathname} className={styles.menu} id="navigation" tabIndex={-1} data-print="no">
            <summary>
              <Icon name="menu" />
              {texts.menu}
            </summary>
            <div className={styles.drawer}>
              {navigation.length > 0 && (
                <nav aria-label={texts.mainNavigation}>
                  <ul className={styles.entries}>
                    {navigation.map((item) => (
                      <li key={item.to}>
                        <NavLink to={item.to} end={item.end}>
                          {item.label}
                        </NavLink>
                      </li>
                    ))}
                  </ul>
                </nav>
              )}
              <div className={styles.tools}>
                {language}
                {account}
              </div>
            </div>
          </details>
        </div>
        {actingFor && (
          <div className={styles.acting} data-print="no">
            {actingFor}
          </div>
        )}
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {flash}
        {children}
      </main>
      {footer && (
        <footer className={styles.footer} data-print="no">
          {footer}
        </footer>
      )}
    </div>
  )
}
