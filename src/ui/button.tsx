import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icons.tsx'

/** `main` is the one coral action of a page; `plain` any other; `quiet` a link-like aside; `danger` what cannot be undone. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind; icon?: IconName; children: ReactNode }

/** A button submits its form unless told otherwise: without JavaScript nothing else would happen. */
export function Button({ kind = 'plain', icon, children, className, type = 'submit', ...rest }: Look & ComponentPropsWithRef<'button'>) {
  return (
    <button {...rest} type={type} className={classNames(styles.button, styles[kind], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/**
 * A link that looks like an action because it starts one (a form on the next page, a file).
 * `download` leaves the client router aside, so that the browser receives the file itself.
 */
export function ButtonLink({ kind = 'plain', icon, children, to, download }: Look & { to: string; download?: boolean }) {
  return (
    <Link to={to} reloadDocument={download} className={classNames(styles.button, styles[kind])}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
