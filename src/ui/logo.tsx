import styles from './logo.module.css'

/** A route comes in along the coast, rounds the port and leaves: arrival, stop, departure in one stroke. */
const ROUTE = 'M2 21c5-1 6.2-3.2 7.2-6.4a7.2 7.2 0 0 1 13.6 0C23.8 17.8 25 20 30 21'
const SEA = 'M4 27c2.4-1.8 4.8-1.8 7.2 0s4.8 1.8 7.2 0 4.8-1.8 7.2 0'

/** The mark of the product: a port of call. Decorative, because the name stands beside it or labels it. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 32 32" width="32" height="32" aria-hidden focusable="false">
      <path className={styles.route} d={ROUTE} />
      <path className={styles.sea} d={SEA} />
      <circle className={styles.port} cx="16" cy="17.2" r="3.4" />
    </svg>
  )
}

/** The same mark as a stand-alone file, legible on light and dark browser chrome alike. */
export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#faf6ed"/>' +
  '<g fill="none" stroke="#0a5a80" stroke-width="2.6" stroke-linecap="round">' +
  `<path d="${ROUTE}"/><path d="${SEA}" stroke-width="1.8"/></g><circle cx="16" cy="17.2" r="3.8" fill="#c03f29"/></svg>`
