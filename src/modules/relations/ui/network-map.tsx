import { useCatalogue } from '#ui/catalogue.ts'
import { classNames } from '#ui/class-names.ts'
import { type Place, arcBetween, frame, meridians, parallels, project } from '../domain/projection.ts'
import { mapTexts } from '../texts/map-texts.ts'
// Drawn beforehand in the same projection and frame, a file of its own that the browser keeps. See the README of the module.
import landOutline from './land-110m.svg?url'
import styles from './network-map.module.css'

export type MappedCity = Place & { readonly id: string; readonly name: string; readonly isBound: boolean; readonly asks: boolean }

type NetworkMapProps = { cities: readonly MappedCity[]; home: (Place & { readonly name: string }) | null }

const { width, height, south, north } = frame
const corner = { west: { longitude: -180, latitude: north }, east: { longitude: 180, latitude: south } }

/** Names that would cover one another are left to the table: those of the places drawn first stay. */
function named(cities: readonly MappedCity[]): Set<string> {
  const kept: { x: number; y: number }[] = []
  const shown = new Set<string>()
  for (const city of cities) {
    const at = project(city)
    if (kept.some(({ x, y }) => Math.abs(x - at.x) < 62 && Math.abs(y - at.y) < 12)) continue
    kept.push(at)
    shown.add(city.id)
  }
  return shown
}

/** The network, drawn by the server on a grid of degrees: no tiles, no script, and it prints. The table beside it says the same. */
export function NetworkMap({ cities, home }: NetworkMapProps) {
  const words = useCatalogue(mapTexts)
  const shown = named(cities)
  const [left, right] = [project(corner.west), project(corner.east)]
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here is not an image file */}
      <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.label(cities.length)}>
        <use className={styles.land} href={`${landOutline}#land`} />
        {meridians.map((longitude) => {
          const { x } = project({ longitude, latitude: 0 })
          return (
            <g key={longitude}>
              <line className={styles.grid} x1={x} x2={x} y1={left.y} y2={right.y} />
              <text className={styles.degrees} x={x + 2} y={height - 4}>{`${longitude}°`}</text>
            </g>
          )
        })}
        {parallels.map((latitude) => {
          const { y } = project({ longitude: 0, latitude })
          return (
            <g key={latitude}>
              <line className={styles.grid} x1={left.x} x2={right.x} y1={y} y2={y} />
              <text className={styles.degrees} x={4} y={y - 3}>{`${latitude}°`}</text>
            </g>
          )
        })}
        {home &&
          cities.map((city) => (
            <path key={city.id} className={classNames(styles.arc, city.isBound ? undefined : styles.loose)} d={arcBetween(home, city)} />
          ))}
        {cities.map((city) => {
          const { x, y } = project(city)
          const isAtTheEdge = x > width - 80
          return (
            <g key={city.id}>
              <circle className={classNames(styles.city, city.asks ? styles.asking : undefined)} cx={x} cy={y} r={4} />
              {shown.has(city.id) && (
                <text className={styles.name} x={isAtTheEdge ? x - 7 : x + 7} y={y + 4} textAnchor={isAtTheEdge ? 'end' : 'start'}>
                  {city.name}
                </text>
              )}
            </g>
          )
        })}
        {home && <circle className={styles.home} cx={project(home).x} cy={project(home).y} r={5.5} />}
      </svg>
      <p className={styles.legend}>
        <Key /> {words.legend.agreement} · <Key isLoose /> {words.legend.other} · <Key isDot /> {words.legend.attention}. {words.grid}
      </p>
    </>
  )
}

function Key({ isLoose, isDot }: { isLoose?: boolean; isDot?: boolean }) {
  return (
    <svg className={styles.key} viewBox="0 0 40 12" aria-hidden="true">
      {isDot ? (
        <circle className={classNames(styles.city, styles.asking)} cx={20} cy={6} r={4} />
      ) : (
        <path className={classNames(styles.arc, isLoose ? styles.loose : undefined)} d="M1 6 H39" />
      )}
    </svg>
  )
}
