import type { ReactNode } from 'react'
import styles from './diff.module.css'
import { DataTable } from './data-table.tsx'
import { useTexts } from './locale.tsx'
import { Tag } from './tag.tsx'

/** One field seen by two people. Two equal texts are « identique »: give strings wherever the values are text. */
export type DiffField = { name: string; label: string; mine: ReactNode; theirs: ReactNode }

type DiffProps = {
  caption: ReactNode
  fields: readonly DiffField[]
  /** Who wrote the saved version, and when. */
  theirsBy?: string
  /** Lets the person choose, field by field: sends `keep.<name>` as `mine` or `theirs`. */
  choosable?: boolean
}

/** Someone saved the same object meanwhile: both versions side by side, nothing overwritten unseen. */
export function Diff({ caption, fields, theirsBy, choosable }: DiffProps) {
  const texts = useTexts().diff
  const isSame = (field: DiffField) => field.mine === field.theirs
  const choice = (field: DiffField, version: 'mine' | 'theirs', value: ReactNode) => (
    <>
      <span className={isSame(field) ? undefined : styles[version]}>{value === '' ? <em>{texts.empty}</em> : value}</span>
      {choosable && !isSame(field) && (
        <label className={styles.choice}>
          <input type="radio" name={`keep.${field.name}`} value={version} defaultChecked={version === 'mine'} />
          {version === 'mine' ? texts.keepMine : texts.keepTheirs}
        </label>
      )}
    </>
  )
  return (
    <DataTable
      caption={caption}
      rows={fields}
      rowKey={(field) => field.name}
      columns={[
        {
          key: 'field',
          header: texts.field,
          render: (field) => (
            <span className={styles.name}>
              {field.label}
              {isSame(field) ? <span className={styles.same}>{texts.same}</span> : <Tag tone="warning">{texts.different}</Tag>}
            </span>
          ),
        },
        {
          key: 'mine',
          header: texts.mine,
          isLong: true,
          render: (field) => <div className={styles.version}>{choice(field, 'mine', field.mine)}</div>,
        },
        {
          key: 'theirs',
          isLong: true,
          header: theirsBy ? `${texts.theirs} (${theirsBy})` : texts.theirs,
          render: (field) => <div className={styles.version}>{choice(field, 'theirs', field.theirs)}</div>,
        },
      ]}
    />
  )
}
