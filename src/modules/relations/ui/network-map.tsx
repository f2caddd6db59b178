import { useCatalogue } from '#ui/catalogue.ts'
import { classNames } from '#ui/class-names.ts'
import { type Named, placeLabels } from '../domain/label-places.ts'
import { type Place, arcBetween, frame, meridians, parallels, project } from '../domain/projection.ts'
import { mapTexts } from '../texts/map-texts.ts'
// Drawn beforehand in the same projection and frame, a file of its own that the browser keeps. See the README of the module.
import landOutline from './land-110m.svg?url'
import styles from './network-map.module.css'

export type MappedCity = Place & { readonly id: string; readonly name: string; readonly isBound: boolean; readonly asks: boolean }

type NetworkMapProps = { cities: readonly MappedCity[]; home: (Place & { readonly name: string }) | null }

const { width, height, south, north } = frame
const corner = { west: { longitude: -180, latitude: north }, east: { longitude: 180, latitude: south } }

/** A phone shows the drawing at a little more than a third of its size, a sheet of paper at half of it: fewer names, in letters that can be read there. */
const scales = {
  desk: { fontSize: 11, dotRadius: 4 },
  phone: { fontSize: 28, dotRadius: 9 },
  paper: { fontSize: 18, dotRadius: 6 },
} as const

/** Home first, then those to be taken up again, then those an agreement binds: who comes first is named first. */
function toBeNamed(cities: readonly MappedCity[], home: NetworkMapProps['home']): Named[] {
  const rank = ({ asks, isBound }: MappedCity) => (asks ? 0 : isBound ? 1 : 2)
  const all = cities.toSorted((a, b) => rank(a) - rank(b)).map((city) => ({ id: city.id, name: city.name, at: project(city) }))
  return home ? [{ id: 'home', name: home.name, at: project(home) }, ...all] : all
}

/** The network, drawn by the server on a grid of degrees: no tiles, no script, and it prints. The table beside it says the same. */
export function NetworkMap({ cities, home }: NetworkMapProps) {
  const words = useCatalogue(mapTexts)
  const named = toBeNamed(cities, home)
  const [left, right] = [project(corner.west), project(corner.east)]
  return (
    <div className={styles.figure}>
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
        {cities.map((city) => (
          <Dot key={city.id} at={city} className={classNames(styles.city, city.asks ? styles.asking : undefined)} />
        ))}
        {home && <Dot at={home} className={styles.home} />}
        {(['desk', 'phone', 'paper'] as const).map((scale) => (
          <g key={scale} className={styles[scale]} fontSize={scales[scale].fontSize}>
            {placeLabels(named, scales[scale]).map(({ id, name, x, y, anchor }) => (
              <text key={id} className={styles.name} x={x} y={y} textAnchor={anchor}>
                {name}
              </text>
            ))}
          </g>
        ))}
      </svg>
      <p className={styles.legend}>
        <Key /> {words.legend.agreement} · <Key isLoose /> {words.legend.other} · <Key isDot /> {words.legend.attention}. {words.grid}
      </p>
    </div>
  )
}

function Dot({ at, className }: { at: Place; className: string | undefined }) {
  const { x, y } = project(at)
  return <circle className={className} cx={x} cy={y} r={scales.desk.dotRadius} />
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
