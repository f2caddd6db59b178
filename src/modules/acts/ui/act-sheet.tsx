/* oxlint-disable react/no-array-index-key -- an act is read, never rearranged: its pieces have no other name than their place. */
import { type ReactNode, useId } from 'react'
import { useCatalogue } from '#ui/catalogue.ts'
import { FigureLink } from '#ui/figure-link.tsx'
import type {
  ActDocument,
  Block,
  FigureSource,
  Inline,
  InlineContent,
  KeyValue,
  Letterhead,
  SignatureBlock,
  Table,
} from '../domain/document.ts'
import { actTexts } from '../texts.ts'
import styles from './act-sheet.module.css'
import { figureAddress } from './figure-address.ts'

/** What the figures of a document lead to. */
export type SheetLinks = { readonly actId: string; readonly missionTitles: Readonly<Record<string, string>> }

/**
 * An act as it will be read in the meeting, on a sheet of paper. Every figure opens the lines or people behind it.
 * The page has the first heading: those of the act begin at the second.
 */
export function ActSheet({ document, links }: { document: ActDocument; links: SheetLinks }) {
  const texts = useCatalogue(actTexts)
  return (
    <article className={styles.sheet} lang={document.language} aria-label={texts.preview.sheet(document.title)}>
      <ActBlocks blocks={document.blocks} links={links} />
      <p className={styles.foot}>{document.metadata.runningReference}</p>
    </article>
  )
}

/** Some blocks of an act, alone: what a template gives. */
export function ActBlocks({ blocks, links }: { blocks: readonly Block[]; links: SheetLinks }) {
  return blocks.map((block, index) => <ActBlock key={index} block={block} links={links} />)
}

function ActBlock({ block, links }: { block: Block; links: SheetLinks }): ReactNode {
  switch (block.kind) {
    case 'letterhead':
      return <Masthead letterhead={block} links={links} />
    case 'heading':
      return <Heading level={block.level}>{inline(block.content, links)}</Heading>
    case 'paragraph':
      return <p className={styles[block.role]}>{inline(block.content, links)}</p>
    case 'recital':
      return <p className={styles.recital}>{inline(block.content, links)}</p>
    case 'bullets':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{inline(item, links)}</li>
          ))}
        </ul>
      )
    case 'article':
      return (
        <div className={styles.articleBody}>
          <h4 className={styles.article}>{block.label}</h4>
          <ActBlocks blocks={block.blocks} links={links} />
        </div>
      )
    case 'table':
      return <ActTable table={block} links={links} />
    case 'page-break':
      return <hr className={styles.break} />
    case 'signature':
      return <Signature signature={block} />
    case 'key-values':
      return <KeyValues entries={block.entries} links={links} />
  }
}

function Heading({ level, children }: { level: 1 | 2 | 3; children: ReactNode }) {
  const Name = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[level]
  return <Name className={styles[`heading${level}`]}>{children}</Name>
}

function Masthead({ letterhead, links }: { letterhead: Letterhead; links: SheetLinks }) {
  const { overline, authority, directorates, reference } = letterhead
  return (
    <header className={styles.masthead}>
      {overline.map((line) => (
        <p key={line} className={styles.overline}>
          {line}
        </p>
      ))}
      <p className={styles.authority}>{authority}</p>
      {directorates.map((line) => (
        <p key={line} className={styles.directorate}>
          {line}
        </p>
      ))}
      {reference && (
        <p className={styles.reference}>
          {reference.key} {inline(reference.value, links)}
        </p>
      )}
    </header>
  )
}

function KeyValues({ entries, links }: { entries: readonly KeyValue[]; links: SheetLinks }) {
  return (
    <dl className={styles.facts}>
      {entries.map(({ key, value }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{inline(value, links)}</dd>
        </div>
      ))}
    </dl>
  )
}

function ActTable({ table, links }: { table: Table; links: SheetLinks }) {
  const { caption, columns, rows } = table
  const captionId = useId()
  const alignment = (index: number) => (columns[index]?.align === 'end' ? styles.figure : undefined)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (RGAA 7.3)
    <section className={styles.tableFrame} aria-labelledby={captionId} tabIndex={0}>
      <table>
        <caption id={captionId}>{inline(caption, links)}</caption>
        <thead>
          <tr>
            {columns.map(({ header }, index) => (
              <th key={header} scope="col" className={alignment(index)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex} className={row.role === 'total' ? styles.total : undefined}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.header} scope="row">
                    {inline(cell, links)}
                  </th>
                ) : (
                  <td key={columns[index]?.header} className={alignment(index)}>
                    {inline(cell, links)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Signature({ signature: { placeAndDate, capacity, name } }: { signature: SignatureBlock }) {
  return (
    <div className={styles.signature}>
      {placeAndDate && <p>{placeAndDate}</p>}
      {capacity && <p>{capacity}</p>}
      <p className={styles.signed}>{name}</p>
    </div>
  )
}

function inline(content: InlineContent, links: SheetLinks): ReactNode {
  return content.map((piece, index) => <Piece key={index} piece={piece} links={links} />)
}

function Piece({ piece, links }: { piece: Inline; links: SheetLinks }): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.language === undefined ? piece.text : <span lang={piece.language}>{piece.text}</span>
    case 'emphasis':
      return (
        <em className={styles.gap} lang={piece.language}>
          {piece.text}
        </em>
      )
    case 'figure':
      return <SourcedFigure source={piece.source} words={piece.text} links={links} />
  }
}

function SourcedFigure({ source, words, links }: { source: FigureSource; words: string; links: SheetLinks }) {
  const { sources } = useCatalogue(actTexts).preview
  const where = source.missionId === undefined ? sources.all : (links.missionTitles[source.missionId] ?? sources.all)
  const isOfAct = source.kind === 'act' || source.kind === 'agreement'
  const label = isOfAct ? sources[source.kind] : `${sources[source.kind]}, ${where}`
  return (
    <FigureLink to={figureAddress(source, links.actId)} label={label}>
      {words}
    </FigureLink>
  )
}
