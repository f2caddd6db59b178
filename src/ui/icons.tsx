import styles from './icons.module.css'

/**
 * Line drawings on a 20-unit grid, one path each, stroked in the colour of the text around them.
 * Decorative by default (the word beside them speaks); `label` names one that stands alone.
 */
const drawings = {
  check: 'M4 10.5 8.2 15 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  chevronDown: 'M4.5 7.5 10 13l5.5-5.5',
  arrow: 'M3.5 10h13M11.5 5l5 5-5 5',
  back: 'M16.5 10h-13M8.5 5l-5 5 5 5',
  info: 'M10 9v5.5M10 5.6v.4M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  warning: 'M10 2.8 18.2 17H1.8L10 2.8ZM10 8v4.2M10 14.4v.3',
  danger: 'M6.8 2h6.4L18 6.8v6.4L13.2 18H6.8L2 13.2V6.8L6.8 2ZM10 6v5M10 13.6v.4',
  success: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM6.4 10.4l2.5 2.6 4.8-5.6',
  clock: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM10 5.4V10l3.2 2.2',
  calendar: 'M3 4.5h14v12.8H3zM3 8.3h14M6.8 2.4v3.4M13.2 2.4v3.4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  search: 'M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4ZM12.9 12.9 17.4 17.4',
  copy: 'M7 6.5h9.5V18H7zM13 6.5V2.5H3.5V14H7',
  download: 'M10 3v9.5M5.8 8.6 10 12.8l4.2-4.2M3.5 17h13',
  upload: 'M10 13V3.2M5.8 7.4 10 3.2l4.2 4.2M3.5 17h13',
  pencil: 'M3.4 16.6l.9-4.2L13.6 3l3.3 3.3-9.3 9.4-4.2.9ZM11.6 5l3.3 3.3',
  bin: 'M3.5 5.5h13M7.5 5.5V3h5v2.5M5.2 5.5 6 17.5h8l.8-12M8.4 8.8v5.4M11.6 8.8v5.4',
  lock: 'M4.5 9h11v8.5h-11zM7 9V6.2a3 3 0 0 1 6 0V9M10 12.2v2.2',
  globe: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM2 10h16M10 2c5 4.6 5 11.4 0 16-5-4.6-5-11.4 0-16Z',
  person: 'M10 10.2a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2ZM3 17.5c.6-3.2 3.4-5 7-5s6.4 1.8 7 5',
  organisation: 'M2.5 7.5 10 3l7.5 4.5zM4.5 7.5v8M8.2 7.5v8M11.8 7.5v8M15.5 7.5v8M2.5 17h15',
  document: 'M4.5 2.5h7.2l3.8 3.8v11.2h-11zM11.5 2.5v4h4M7 10.2h6M7 13.4h6',
  external: 'M8 4H3.5v12.5H16V12M11.5 3.5h5v5M16.2 3.8 9 11',
  anchor: 'M10 7.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM10 7.2V17.4M6.6 9.6h6.8M3.2 11.6c.4 3.6 3.2 5.8 6.8 5.8s6.4-2.2 6.8-5.8',
} as const

export type IconName = keyof typeof drawings

export const iconNames = Object.keys(drawings) as IconName[]

export function Icon({ name, label }: { name: IconName; label?: string }) {
  const spoken = label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" width="20" height="20" focusable="false" {...spoken}>
      <path d={drawings[name]} />
    </svg>
  )
}
